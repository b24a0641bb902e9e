import { formatNumber } from '../numbers.ts'
import { quoted } from '../spreadsheet/quoted.ts'
import { ELEMENTS } from './elements.ts'
import type { FileIndex } from './indexOfFile.ts'
import { lowestElements } from './lowest.ts'
import type { ElementIndex } from './satisfactionIndex.ts'

const HEADINGS = ['', 'Unsur', 'Jumlah', 'NRR', 'Tertimbang', 'IKM', 'Mutu']

/** The report as a table for people, in Indonesian, with the rule of weighting and what was left out. */
export function indexTable(report: FileIndex, ignored: readonly string[] = []): string {
  const { n, incomplete, ikm, grade, performance, elements } = report
  const number = (value: number) => formatNumber(value, 'id')
  const lines = [
    ikm === null
      ? 'IKM: belum ada, karena tidak ada kuesioner yang lengkap'
      : `IKM: ${decimals(ikm, 2)}, mutu ${grade} (${performance})`,
    `Responden: ${number(n)} kuesioner lengkap`,
    `Tidak lengkap: ${number(incomplete)} kuesioner, tidak dihitung`,
    `Bobot tiap unsur: ${report.weight === 'exact' ? `1/${elements.length}` : report.weight.replace('.', ',')}`,
    '',
    ...table([HEADINGS, ...elements.map(rowOf)]),
  ]
  if (n > 0) lines.push('', `Tiga unsur terendah: ${lowestElements(elements, 3).map(nameOf).join('; ')}`)
  if (ignored.length > 0) lines.push('', `Kolom yang tidak dibaca: ${ignored.map(quoted).join(', ')}`)
  return lines.join('\n')
}

const rowOf = (element: ElementIndex, index: number): string[] => [
  `U${index + 1}`,
  nameOf(element),
  formatNumber(element.total, 'id'),
  decimals(element.nrr, 3),
  decimals(element.weighted, 3),
  decimals(element.ikm, 2),
  element.grade ?? '–',
]

const decimals = (value: number | null, count: number): string =>
  value === null ? '–' : formatNumber(value, 'id', count)

const nameOf = ({ key }: ElementIndex): string =>
  ELEMENTS.find((element) => element.key === key)?.name.id ?? key

/** Lines with the columns one under the other: words to the left, figures to the right. */
function table(rows: string[][]): string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}
