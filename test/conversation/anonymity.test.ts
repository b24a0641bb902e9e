import { expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import type { Citizen } from './citizen.ts'
import { suluhHouse } from './house.ts'
import { answersElements, begins } from './wholeSurvey.ts'

const PEOPLE = 10

/** Every value in every table, as it comes back without any order asked for. */
async function everything(database: Database): Promise<Record<string, Record<string, unknown>[]>> {
  const names =
    database.engine === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
      : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_%'"
  const tables = await database.read<{ name: string }>(names, [])
  const content = await Promise.all(
    tables.map(async ({ name }) => [name, await database.read(`SELECT * FROM "${name}"`, [])] as const),
  )
  return Object.fromEntries(content)
}

test('from the database nobody can tell who answered what', { timeout: 60_000 }, async () => {
  const house = await suluhHouse()
  const people: { id: number; age: string }[] = []
  const buttons: string[] = []
  const citizens: Citizen[] = []
  for (let number = 0; number < PEOPLE; number++) {
    const citizen = await house.citizen(`Warga${number}`)
    const age = String(20 + number)
    citizens.push(citizen)
    people.push({ id: citizen.id, age })
    await begins(citizen, 'dinsos')
    await citizen.presses('1. ')
    await citizen.hears('2 dari 16')
    await citizen.presses('Perempuan')
    await citizen.hears('3 dari 16')
    await citizen.says(age)
    await citizen.hears('4 dari 16')
  }

  // They rest, and are reminded. Nothing in the database says whose drafts these are, nor who was reminded.
  await house.timePasses('2026-11-23T05:00:00Z')
  for (const citizen of citizens) await citizen.hears('sudah menjawab 3 dari 16')
  const resting = await everything(house.database)
  expect(resting.Draft).toHaveLength(PEOPLE)
  expect(resting.Outgoing).toHaveLength(PEOPLE)
  expect(resting.Person).toEqual([])
  for (const { id } of people) expect(JSON.stringify(resting)).not.toContain(String(id))

  for (const [number, citizen] of citizens.entries()) {
    await citizen.presses('Lanjutkan')
    await citizen.hears('4 dari 16')
    for (const [button, then] of [
      ['SMA', '5 dari'],
      ['Petani', '6 dari'],
      ['Lewati', '7 dari'],
    ] as const) {
      await citizen.presses(button)
      await citizen.hears(then)
    }
    await answersElements(citizen)
    await citizen.presses('Lewati')
    await citizen.hears('Periksa jawaban')
    // Everybody chooses a language, and thereby leaves a row that names them; one alone chooses English.
    await citizen.says('/bahasa')
    await citizen.presses(number === 0 ? 'English' : 'Bahasa Indonesia')
    const send = number === 0 ? 'Send' : 'Kirim'
    await citizen.hears(number === 0 ? 'Please check your answers' : 'Periksa jawaban')
    buttons.push((await citizen.remembers(send)).data)
    await citizen.presses(send)
    await citizen.hears(number === 0 ? 'Thank you' : 'Terima kasih atas partisipasi')
  }

  const content = await everything(house.database)
  const responses = (content.Response ?? []).filter((row) => !row.isExample)
  expect(responses).toHaveLength(PEOPLE)
  expect(content.Draft).toEqual([])
  expect(content.DraftAnswer).toEqual([])

  // The only table that names people knows nothing but their language, and what they said of themselves.
  const { Person, ...others } = content
  expect(Person).toHaveLength(PEOPLE)
  for (const { isSilent, role, district, unitId, ...known } of Person ?? []) {
    expect(Object.keys(known).sort()).toEqual(['id', 'isReachable', 'language'])
    expect([Boolean(isSilent), role, district, unitId]).toEqual([false, null, null, null])
  }
  const elsewhere = JSON.stringify(others)
  for (const { id } of people) expect(elsewhere).not.toContain(String(id))

  // A language that only one person chose must not point at one response.
  expect(new Set(responses.map(({ language }) => language)).size).toBe(1)

  // Nothing in a response is finer than a day, and no id of it was ever seen in the chat.
  for (const response of responses) {
    expect(response.finishedOn).toBe('2026-11-23')
    expect(JSON.stringify(response)).not.toMatch(/\d{2}:\d{2}/)
    expect(buttons.join(' ')).not.toContain(String(response.id))
  }

  // Rows come back in an order that has nothing to do with who came first.
  const ages = responses.map((row) => JSON.parse(String(row.answers)).usia)
  expect(ages).not.toEqual(people.map(({ age }) => age))
  expect(ages).not.toEqual(people.map(({ age }) => age).reverse())
  const keys = (content.Participation ?? []).map((row) => String(row.respondent))
  // By the present rule and by the other one.
  expect(new Set(keys).size).toBe(2 * PEOPLE)
  await house.close()
})
