import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Definition } from '../../../src/survey/definition/definition.ts'
import { versionStore } from '../../../src/survey/life/store.ts'
import { surveyQuotas } from '../../../src/survey/quota/quotas.ts'
import { quotaStore } from '../../../src/survey/quota/store.ts'
import { randomId } from '../../../src/survey/respondent.ts'
import { surveyStore } from '../../../src/survey/store.ts'
import type { SurveyInfo } from '../../../src/survey/surveyInfo.ts'
import { type TestDatabase, testDatabase } from '../../database/testDatabase.ts'

const definition: Definition = {
  format: 2,
  settings: { title: { id: 'Uji' }, default_language: 'id' },
  survey: [{ type: 'text', name: 'a', label: { id: 'A' } }],
  choices: {},
}
const MEN = { path: 'diri/jenis.kelamin', value: 'l', most: 2 }

let database: TestDatabase
let statements: string[]
let info: SurveyInfo
beforeEach(async () => {
  statements = []
  database = await testDatabase({ onStatement: (sql) => statements.push(sql) })
  const store = versionStore(database)
  await store.publish('pasar', 'semester', definition)
  await store.publish('lain', 'semester', definition)
  const found = await store.newestVersion('pasar')
  info = { ...(found?.survey as SurveyInfo), quotas: [MEN] }
})
afterEach(() => database.cleanup())

async function answered(code: string, period: string, sex: string, isExample = false) {
  const version = await versionStore(database).newestVersion(code)
  await surveyStore(database).addExamples([
    {
      id: randomId(),
      version: version?.id ?? 0,
      unit: null,
      period,
      finishedOn: '2026-11-23',
      language: 'id',
      answers: { [MEN.path]: sex, catatan: `{"${MEN.path}":"l"} 😀` },
      isExample,
    },
  ])
}

test('what counts is the same answer to the same survey in the same period, examples left out', async () => {
  const quotas = surveyQuotas(quotaStore(database))
  expect(await quotas.count(info, '2026-S2', MEN)).toBe(0)
  for (const [code, period, sex, isExample] of [
    ['pasar', '2026-S2', 'l', false],
    ['pasar', '2026-S2', 'p', false],
    ['pasar', '2026-S1', 'l', false],
    ['lain', '2026-S2', 'l', false],
    ['pasar', '2026-S2', 'l', true],
  ] as const)
    await answered(code, period, sex, isExample)
  const fresh = surveyQuotas(quotaStore(database))
  expect(await fresh.count(info, '2026-S2', MEN)).toBe(1)
  expect(await fresh.isFull(info, '2026-S2', MEN.path, 'l')).toBe(false)
  expect(await fresh.isFull({ ...info, quotas: [{ ...MEN, most: 1 }] }, '2026-S2', MEN.path, 'l')).toBe(true)
  expect(await fresh.isFull(info, '2026-S2', MEN.path, 'p')).toBe(false)
  expect(await fresh.isFull(info, '2026-S2', 'jenis.kelamin', 'l')).toBe(false)
})

test('it is counted once, for all who ask at the same time, and what is handed in here is added', async () => {
  const quotas = surveyQuotas(quotaStore(database))
  statements.length = 0
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => quotas.isFull(info, '2026-S2', MEN.path, 'l')),
  )
  expect(asked).not.toContain(true)
  expect(statements).toHaveLength(1)
  quotas.finished(info, '2026-S2', { [MEN.path]: 'l' })
  quotas.finished(info, '2026-S2', { [MEN.path]: 'p' })
  quotas.finished(info, '2026-S1', { [MEN.path]: 'l' })
  quotas.finished(info, '2026-S2', {})
  expect(await quotas.isFull(info, '2026-S2', MEN.path, 'l')).toBe(false)
  quotas.finished(info, '2026-S2', { [MEN.path]: 'l' })
  expect(await quotas.isFull(info, '2026-S2', MEN.path, 'l')).toBe(true)
  expect(statements).toHaveLength(1)
})

test('when it cannot be counted, the next one who asks tries again', async () => {
  let isBroken = true
  const quotas = surveyQuotas({
    count: async () => {
      if (isBroken) throw new Error('the database is away')
      return 2
    },
  })
  await expect(quotas.isFull(info, '2026-S2', MEN.path, 'l')).rejects.toThrow('away')
  isBroken = false
  expect(await quotas.isFull(info, '2026-S2', MEN.path, 'l')).toBe(true)
})
