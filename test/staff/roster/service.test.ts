import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../../src/spreadsheet/readSpreadsheet.ts'
import { workbookBytes } from '../../../src/spreadsheet/workbookBytes.ts'
import { deactivatesMany } from '../../../src/staff/roster/rosterPlan.ts'
import { type Roster, rosterService } from '../../../src/staff/roster/service.ts'
import { rosterStore } from '../../../src/staff/roster/store.ts'
import { randomId } from '../../../src/survey/respondent.ts'
import { unitService } from '../../../src/unit/service.ts'
import { unitStore } from '../../../src/unit/store.ts'
import { type TestDatabase, testDatabase } from '../../database/testDatabase.ts'
import { type Cell, partsOf, workbook, workbookOf, zip } from '../../spreadsheet/workbook.ts'
import { someNip } from '../someNip.ts'

const HEADINGS = ['NIP', 'Nama', 'Unit Kerja', 'Jabatan', 'NIP Atasan', 'No HP']
const [ARIF, BUDI, CITRA] = [someNip(0), someNip(1), someNip(2)]

let database: TestDatabase
let roster: Roster
beforeEach(async () => {
  database = await testDatabase()
  const units = unitService(unitStore(database))
  await units.save({ code: 'dinsos', name: 'Dinas Sosial', services: [] })
  await units.save({ code: 'dukcapil', name: 'Dukcapil', services: [] })
  const clock = { now: () => new Date('2026-11-23T01:30:00Z') }
  roster = rosterService({
    store: rosterStore(database),
    units,
    read: readSpreadsheet,
    clock,
    timeZone: 'Asia/Jakarta',
    randomId,
  })
})
afterEach(() => database.cleanup())

async function sound(rows: Cell[][]) {
  const compared = await roster.compare(workbook([HEADINGS, ...rows]))
  if (compared.type !== 'sound') throw new Error(JSON.stringify(compared))
  return compared
}
async function imports(rows: Cell[][]) {
  const { plan, version } = await sound(rows)
  expect(await roster.apply(plan, version, 7)).toBe(true)
  return plan
}
const inDatabase = () => database.client.employee.findMany({ orderBy: { nip: 'asc' } })

test('a roster comes in, and the same roster again changes nothing', async () => {
  const rows = [
    [ARIF, 'Arif', 'dinsos', 'Analis', BUDI, '081234567890'],
    [BUDI, 'Budi', 'dukcapil'],
  ]
  expect(await imports(rows)).toMatchObject({ added: [{}, {}], changed: [], left: 0, deactivated: [] })
  expect(await inDatabase()).toMatchObject([
    {
      nip: ARIF,
      name: 'Arif',
      position: 'Analis',
      superior: BUDI,
      phone: '6281234567890',
      employment: 'pns',
      isActive: true,
    },
    { nip: BUDI, name: 'Budi', position: null, superior: null, phone: null, isActive: true },
  ])
  const before = await inDatabase()
  expect(await imports(rows)).toMatchObject({ added: [], changed: [], left: 2, deactivated: [] })
  expect(await inDatabase()).toEqual(before)
  expect(await database.client.rosterRow.count()).toBe(0)
})

test('what differs is told field by field; who is gone is kept, and comes back as who they were', async () => {
  await imports([
    [ARIF, 'Arif', 'dinsos'],
    [BUDI, 'Budi', 'dinsos'],
  ])
  const [arif] = await inDatabase()
  const plan = await imports([
    [BUDI, 'Budi, S.E.', 'dukcapil'],
    [CITRA, 'Citra', 'dinsos'],
  ])
  expect(plan).toMatchObject({
    added: [{ nip: CITRA }],
    changed: [{ entry: { nip: BUDI }, before: { name: 'Budi' }, fields: ['name', 'unitId'], isBack: false }],
    deactivated: [{ nip: ARIF }],
  })
  expect(await inDatabase()).toMatchObject([{ isActive: false }, { name: 'Budi, S.E.', isActive: true }, {}])

  const back = await imports([
    [ARIF, 'Arif', 'dinsos'],
    [BUDI, 'Budi, S.E.', 'dukcapil'],
    [CITRA, 'Citra', 'dinsos'],
  ])
  expect(back).toMatchObject({
    added: [],
    changed: [{ entry: { nip: ARIF }, fields: [], isBack: true }],
    left: 2,
  })
  expect((await inDatabase())[0]).toEqual(arif)
})

test('comparing writes nothing', async () => {
  await sound([[ARIF, 'Arif', 'dinsos']])
  expect(await inDatabase()).toEqual([])
  expect(await database.client.auditEntry.count()).toBe(0)
})

test('of two admins who looked at the same roster only the first changes it', async () => {
  const one = await sound([[ARIF, 'Arif', 'dinsos']])
  const other = await sound([[BUDI, 'Budi', 'dinsos']])
  expect(await roster.apply(one.plan, one.version, 1)).toBe(true)
  expect(await roster.apply(other.plan, other.version, 2)).toBe(false)
  expect(await inDatabase()).toMatchObject([{ nip: ARIF }])
  expect(await database.client.rosterRow.count()).toBe(0)
  expect(await database.client.auditEntry.findMany()).toMatchObject([{ act: 'roster-imported', actor: 1n }])
})

test('an import that breaks off in its last row leaves nothing, and what one that was killed left does not count', async () => {
  const { plan, version } = await sound(Array.from({ length: 450 }, (_, n) => [someNip(n), 'X', 'dinsos']))
  const added = plan.added.map((entry, index) => (index === 449 ? { ...entry, unitId: 999_999 } : entry))
  await expect(roster.apply({ ...plan, added }, version, 7)).rejects.toThrow()
  expect(await inDatabase()).toEqual([])
  expect(await database.client.rosterRow.count()).toBe(0)

  const left = { ...plan.added[0], import: 'killed', name: 'Hantu' } as (typeof plan.added)[0] & {
    import: string
  }
  await database.client.rosterRow.create({ data: left })
  expect(await roster.apply(plan, version, 7)).toBe(true)
  expect(await inDatabase()).toHaveLength(450)
  expect(await database.client.employee.findFirst({ where: { name: 'Hantu' } })).toBeNull()
})

test('more than a fifth gone is many', async () => {
  const rows = Array.from({ length: 10 }, (_, n) => [someNip(n), `Pegawai ${n}`, 'dinsos'])
  expect(deactivatesMany(await imports(rows))).toBe(false)
  expect(deactivatesMany((await sound(rows.slice(2))).plan)).toBe(false)
  expect(deactivatesMany((await sound(rows.slice(3))).plan)).toBe(true)
})

test('8,000 employees come in', async () => {
  const rows = Array.from({ length: 8_000 }, (_, n) => [
    someNip(n),
    `Pegawai Nomor ${n}`,
    n % 2 === 0 ? 'Dinas Sosial' : 'dukcapil',
    'Pelaksana',
    n === 0 ? null : someNip(Math.floor(n / 10)),
    `0812${String(n).padStart(8, '0')}`,
  ])
  const bytes = await workbookBytes([
    { name: 'Pegawai', columns: HEADINGS.map((header) => ({ header })), rows },
  ])
  const compared = await roster.compare(bytes)
  if (compared.type !== 'sound') throw new Error(compared.type)
  expect(await roster.apply(compared.plan, compared.version, null)).toBe(true)
  expect(await database.client.employee.count()).toBe(8_000)
})

describe('nothing comes in from', () => {
  const sheet1 = (content: Buffer) => [
    ...partsOf('<sheetData/>').filter(({ name }) => name !== 'xl/worksheets/sheet1.xml'),
    { name: 'xl/worksheets/sheet1.xml', content },
  ]
  const long = Array.from({ length: 100_001 }, (_, n) => [n, 'X'])

  test.each<[string, () => Uint8Array, object]>([
    ['a PDF of another name', () => Buffer.from('%PDF-1.7\n…'), { problem: { code: 'pdf' } }],
    [
      'a zip bomb',
      () => zip(sheet1(Buffer.alloc(160 * 1024 * 1024, ' '))),
      { problem: { code: 'unpacks_too_large' } },
    ],
    ['100,000 rows', () => workbook([HEADINGS, ...long]), { problem: { code: 'too_many_rows' } }],
    ['other headings', () => workbook([['Kode', 'Uraian']]), { problems: [{ code: 'no_header' }] }],
    [
      'a file with one wrong row',
      () => workbook([HEADINGS, [ARIF, 'Arif', 'dinsos'], ['x', 'Budi', 'dinsos']]),
      { type: 'faulty', problems: [{ row: 3, column: 'A', code: 'nip_letters' }] },
    ],
    [
      'merged cells',
      () =>
        workbookOf(
          `<sheetData><row r="1">${['NIP', 'Nama', 'Unit'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row></sheetData><mergeCells count="1"><mergeCell ref="C2:C5"/></mergeCells>`,
        ),
      { problems: [{ code: 'merged', range: 'C2:C5' }] },
    ],
  ])('%s', async (_, bytes, told) => {
    expect(await roster.compare(bytes())).toMatchObject(told)
    expect(await inDatabase()).toEqual([])
  })

  test('CSV that Excel spoiled; sound CSV is taken', async () => {
    const csv = (nip: string) => Buffer.from(`NIP;Nama;Unit Kerja\r\n${nip};Arif;dinsos\r\n`)
    expect(await roster.compare(csv('1,98609E+17'))).toMatchObject({
      problems: [{ row: 2, code: 'nip_number' }],
    })
    expect(await roster.compare(csv(ARIF))).toMatchObject({ type: 'sound', plan: { added: [{ nip: ARIF }] } })
  })
})
