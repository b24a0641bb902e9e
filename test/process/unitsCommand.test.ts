import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '../database/testDatabase.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { suluhProcess } from './suluhProcess.ts'

test('suluh units import takes a table over whole or not at all, and again without doubling anything', async () => {
  const database = await testDatabase()
  const folder = temporaryFolder()
  try {
    const run = (...words: string[]) => suluhProcess(words, { DATABASE_URL: database.address }, folder).ended
    const units = () =>
      database.client.unit.findMany({ orderBy: { code: 'asc' }, include: { services: true } })
    const file = join(folder, 'unit.csv')
    const heading = 'kode,nama,kecamatan,layanan\n'

    await writeFile(file, `${heading}sumay,Puskesmas Sumay,Sumay,Rawat jalan;Imunisasi\ndinas x,Dinas,,\n`)
    const refused = await run('units', 'import', file)
    expect(refused.code).toBe(1)
    expect(refused.stdout).toContain('row 3: “dinas x” is no code')
    expect(await units()).toEqual([])

    await writeFile(file, `${heading}sumay,Puskesmas Sumay,Sumay,Rawat jalan;Imunisasi\ndinas,Dinas,,\n`)
    const looked = await run('units', 'import', file, '--dry-run', '--json')
    expect(JSON.parse(looked.stdout)).toEqual({
      ok: true,
      dryRun: true,
      added: ['sumay', 'dinas'],
      present: [],
    })
    expect(await units()).toEqual([])

    expect((await run('units', 'import', file)).stdout).toContain('Done: 2 added, 0 that were there already.')
    await writeFile(file, `${heading}sumay,Puskesmas Sumay Jaya,Sumay,Rawat jalan;Gizi\n`)
    expect((await run('units', 'import', file)).stdout).toContain('Done: 0 added, 1 that were there already.')
    expect(
      (await units()).map(({ code, name, services }) => [
        code,
        name,
        services.map(({ code }) => code).sort(),
      ]),
    ).toEqual([
      ['dinas', 'Dinas', []],
      ['sumay', 'Puskesmas Sumay Jaya', ['gizi', 'imunisasi', 'rawat-jalan']],
    ])
    expect((await run('units', 'import', join(folder, 'none.csv'))).stderr).toContain(
      'cannot be read (ENOENT)',
    )
  } finally {
    await database.cleanup()
  }
})
