/**
 * Makes the two database clients in src/database/generated from prisma/schema.prisma.
 *
 * The SQLite schema is the same file with another provider and output. Work is skipped while neither
 * the schema, this file nor the generator changed, so that a build stays quick. Nothing is downloaded:
 * Prisma wants a schema engine binary to be named although generating never runs it, so any
 * executable will do; government networks are often closed.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { schemaFor } from './schemaFor.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const generated = `${root}src/database/generated`
const schema = readFileSync(`${root}prisma/schema.prisma`, 'utf8')

const { resolve } = createRequire(import.meta.url)
const generatorVersion = JSON.parse(readFileSync(resolve('prisma/package.json'), 'utf8')).version
const key = createHash('sha256')
  .update([generatorVersion, schema, readFileSync(new URL(import.meta.url)), `${schemaFor}`].join('\n'))
  .digest('hex')
const keyFile = `${generated}/key`

if (!existsSync(keyFile) || readFileSync(keyFile, 'utf8') !== key) {
  // Outside src, where a compiler running at the same time would find it.
  const fresh = `${root}node_modules/.cache/suluh/generated.${process.pid}`
  try {
    await Promise.all(['sqlite', 'postgresql'].map((engine) => generate(engine, fresh)))
    writeFileSync(`${fresh}/key`, key)
    // Swapped in whole, so that a test run beside a build never sees half a client.
    rmSync(generated, { recursive: true, force: true })
    renameSync(fresh, generated)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Writes the client of one engine into `folder`/`engine`. */
async function generate(engine, folder) {
  mkdirSync(folder, { recursive: true })
  const derived = `${folder}/${engine}.prisma`
  writeFileSync(derived, schemaFor(engine, schema, `./${engine}`))
  const run = promisify(execFile)
  const args = [resolve('prisma/build/index.js'), 'generate', '--no-hints', '--schema', derived]
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  // What the generator says is the error that counts; Node's own would only repeat the command.
  await run(process.execPath, args, { cwd: root, env }).catch((error) => {
    throw new Error(`prisma/schema.prisma gives no client for ${engine}:\n${error.stderr || error.message}`)
  })
}
