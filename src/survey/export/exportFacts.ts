import type { CellToWrite } from '../../spreadsheet/sheetToXml.ts'
import type { ReadResponse } from '../results/service.ts'
import type { SurveyInfo } from '../surveyInfo.ts'
import { FACTS } from './exportColumns.ts'

/** A column about the response as a whole. */
export interface Fact {
  name: (typeof FACTS)[keyof typeof FACTS]
  code(response: ReadResponse): CellToWrite
  words(response: ReadResponse): CellToWrite
}

/**
 * What is told of each response beside its answers. Who gave it, and on which day, is told of named surveys alone:
 * where one visitor came on a day, the day would be a name.
 * @param unitOf code and name of a unit by its id
 */
export function exportFacts(
  { isPerUnit, isNamed }: SurveyInfo,
  hasExamples: boolean,
  unitOf: (id: number) => { code: string; name: string } | undefined,
  periodWords: (period: string) => string,
): Fact[] {
  const same = (name: Fact['name'], tell: (response: ReadResponse) => CellToWrite): Fact => ({
    name,
    code: tell,
    words: tell,
  })
  const unit = ({ unit: id }: ReadResponse) =>
    id === null ? undefined : (unitOf(id) ?? { code: `#${id}`, name: `#${id}` })
  return [
    {
      name: FACTS.period,
      code: ({ period }) => period,
      words: ({ period }) => periodWords(period),
    },
    isNamed
      ? same(FACTS.day, ({ finishedOn }) => finishedOn)
      : same(FACTS.month, ({ finishedOn }) => finishedOn.slice(0, 'YYYY-MM'.length)),
    ...(isPerUnit
      ? [
          {
            name: FACTS.unit,
            code: (response: ReadResponse) => unit(response)?.code,
            words: (response: ReadResponse) => unit(response)?.name,
          },
        ]
      : []),
    same(FACTS.version, ({ version }) => version),
    ...(hasExamples ? [same(FACTS.example, ({ isExample }) => Number(isExample))] : []),
    ...(isNamed ? [same(FACTS.person, ({ person }) => person)] : []),
  ]
}
