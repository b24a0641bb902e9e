import type { Compiling } from './compilePath.ts'
import { rowNamed } from './compileReference.ts'
import { type FunctionDefinition, type Given, ofTexts, ofValues } from './functionDefinition.ts'
import { numberOf, stringOf, type Value } from './value.ts'

/** Chosen codes, which are kept as names joined by blanks. */
export const choiceFunctions: Record<string, FunctionDefinition> = {
  /** Whole words only: `ab` is not selected in `abc`. */
  selected: ofTexts([2, 2], (list = '', code = '') => {
    const wanted = code.trim()
    if (wanted === '') return false
    return list === wanted || (list.includes(wanted) && wordsOf(list).includes(wanted))
  }),
  'count-selected': ofTexts([1, 1], (list = '') => wordsOf(list).length),
  'selected-at': ofValues([2, 2], (list = '', place = '') => wordsOf(stringOf(list))[numberOf(place)] ?? ''),
  /** The words of a chosen code. The question is named in a text of its own: `jr:choice-name(${s}, '${s}')`. */
  'jr:choice-name': {
    least: 2,
    most: 2,
    build: ([code, question], compiling) => {
      const list = question && listNamed(question, compiling)
      return (cursor) => {
        const name = code ? stringOf(code.value(cursor)) : ''
        return list === undefined || name === '' ? '' : cursor.world.choiceLabel(list, name, cursor.language)
      }
    },
  },
  /** Choices carry their own words here: `label` is what `jr:itext(itextId)` would be. */
  'jr:itext': ofValues([1, 1], (value = '') => stringOf(value as Value)),
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

function listNamed({ syntax }: Given, { rows, references }: Compiling): string | undefined {
  const written = syntax.kind === 'literal' ? String(syntax.value) : undefined
  const name = written?.replace(/^\s*\$\{\s*|\s*\}\s*$/g, '').replace(/^.*\//, '')
  const asked = syntax.kind === 'reference' ? syntax.name : name
  if (!asked) return undefined
  const row = rowNamed(asked, rows)
  references.add(row.index)
  return rows.listOf(row)
}
