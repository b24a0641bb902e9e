import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withoutRowid } from '../../prisma/withoutRowid.mjs'
import { type TestDatabase, testDatabase } from './testDatabase.ts'

const read = (path: string) => readFileSync(new URL(`../../prisma/${path}`, import.meta.url), 'utf8')

describe('the schema', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  afterEach(() => database.cleanup())

  test('has its migrations: node prisma/newMigration.mjs NAME writes those that are missing', () => {
    expect(read('migrations/schema.prisma')).toBe(read('schema.prisma'))
  })

  test('has every table and column in a migrated database', async () => {
    const models = [...read('schema.prisma').matchAll(/^model (\w+)/gm)].map(([, name = '']) => name)
    expect(models.length).toBeGreaterThan(5)
    const delegates = database.client as unknown as Record<string, { findMany(): Promise<unknown[]> }>
    for (const model of models) {
      const delegate = delegates[model.charAt(0).toLowerCase() + model.slice(1)]
      const rows = await delegate?.findMany()
      // The holidays known at the time came with their migration.
      if (model === 'Holiday') expect(rows?.length).toBeGreaterThan(40)
      else expect(rows, model).toEqual([])
    }
  })
})

describe('the mark @without-rowid', () => {
  const schema =
    '/// People.\n/// @without-rowid\nmodel Person {\n}\n\n/// Not @without-rowid in a sentence.\nmodel Unit {\n}\n'

  test('reaches the marked table, also where it is rebuilt', () => {
    const script =
      'CREATE TABLE "Person" (\n    "id" TEXT\n);\n\nCREATE TABLE "new_Person" (\n    "id" TEXT\n);\n'
    expect(withoutRowid(script, schema).match(/\) WITHOUT ROWID;/g)).toHaveLength(2)
  })

  test('leaves other tables alone', () => {
    const script =
      'CREATE TABLE "Unit" (\n    "id" TEXT\n);\n\nCREATE TABLE "PersonNote" (\n    "id" TEXT\n);\n'
    expect(withoutRowid(script, schema)).toBe(script)
  })
})
