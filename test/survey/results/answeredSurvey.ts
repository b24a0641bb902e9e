import type { Clock } from '../../../src/clock.ts'
import { surveyCatalogue } from '../../../src/survey/catalogue.ts'
import type { Definition } from '../../../src/survey/definition/definition.ts'
import { versionStore } from '../../../src/survey/life/store.ts'
import { randomId } from '../../../src/survey/respondent.ts'
import { surveyResults } from '../../../src/survey/results/service.ts'
import { resultStore } from '../../../src/survey/results/store.ts'
import { unitService } from '../../../src/unit/service.ts'
import { unitStore } from '../../../src/unit/store.ts'
import { testDatabase } from '../../database/testDatabase.ts'

/** A response as a test writes it; about nothing in particular unless it says so. */
export interface Given {
  answers: Record<string, string>
  version?: number
  unit?: number
  period?: string
  finishedOn?: string
  isExample?: boolean
  person?: number
}

const NOON: Clock = { now: () => new Date('2026-11-23T05:00:00Z') }

/** A survey with its versions in a database of its own, and results of it. */
export async function answeredSurvey(
  versions: Definition[],
  survey: { isNamed?: boolean; isPerUnit?: boolean; target?: number } = {},
) {
  const database = await testDatabase()
  const units = unitService(unitStore(database))
  const unit = await units.save({ code: 'pkm-tebo', name: 'Puskesmas Tebo', services: [] })
  const other = await units.save({ code: 'dukcapil', name: 'Dinas Dukcapil', services: [] })
  const ids: number[] = []
  for (const definition of versions)
    ids.push(await versionStore(database).publish('uji', 'semester', definition))
  await database.client.survey.update({ where: { code: 'uji' }, data: survey })
  const catalogue = surveyCatalogue(versionStore(database), units)
  const results = surveyResults({
    store: resultStore(database),
    catalogue,
    units,
    clock: NOON,
    timeZone: 'Asia/Jakarta',
  })
  const info = await results.surveyOf('uji')
  if (!info) throw new Error('the survey is not there')

  return {
    database,
    units,
    catalogue,
    results,
    info,
    unit,
    other,
    versions: ids,
    async answer(...given: Given[]): Promise<void> {
      await database.client.response.createMany({
        data: given.map(({ answers, version = 1, person, ...response }) => ({
          id: randomId(),
          versionId: ids[version - 1] ?? 0,
          unitId: response.unit ?? null,
          period: response.period ?? '2026-S2',
          finishedOn: response.finishedOn ?? '2026-11-20',
          language: 'id',
          answers: JSON.stringify(answers),
          isExample: response.isExample ?? false,
          ...(person !== undefined && { person: BigInt(person) }),
        })),
      })
    },
  }
}
