import { builtInDateFormat, type DateFormat, dateFormat } from './dateFormat.ts'
import type { Package } from './openPackage.ts'

/** Excel's own limit of cell styles. */
const MOST_STYLES = 65_490

/** Which styles of a workbook show a number as a date, by the number of the style. */
export async function dateStyles(parts: Package, part: string): Promise<(DateFormat | undefined)[]> {
  const own = new Map<number, DateFormat | undefined>()
  const styles: (DateFormat | undefined)[] = []
  let within = ''
  await parts.read(part, 'styleSheet', {
    open(name, { numFmtId = '0', formatCode = '' }) {
      // The same elements also stand elsewhere, with another meaning.
      if (name === 'numFmts' || name === 'cellXfs') within = name
      else if (name === 'numFmt' && within === 'numFmts') own.set(Number(numFmtId), dateFormat(formatCode))
      else if (name === 'xf' && within === 'cellXfs' && styles.length < MOST_STYLES) {
        const id = Number(numFmtId)
        styles.push(own.has(id) ? own.get(id) : builtInDateFormat(id))
      }
    },
    close(name) {
      if (name === within) within = ''
    },
  })
  return styles
}
