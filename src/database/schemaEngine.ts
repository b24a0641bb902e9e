import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

/**
 * Loads Prisma's schema engine, compiled to WebAssembly: five megabytes and some 40 ms, so only when
 * there is something to migrate.
 */
export function loadSchemaEngine(): Promise<typeof SchemaEngine> {
  loading ??= load()
  return loading
}

// Once in a process: the JavaScript half keeps the memory of its WebAssembly half in module variables.
let loading: Promise<typeof SchemaEngine> | undefined

const glueName = '@prisma/schema-engine-wasm/schema_engine_bg'

// The package's own entry imports the `.wasm` file as a module, which Node 20 cannot; hence its two
// halves are put together here.
async function load(): Promise<typeof SchemaEngine> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = createRequire(import.meta.url)
    .resolve(glueName)
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

// TypeScript describes WebAssembly only together with the whole browser.
declare const WebAssembly: {
  instantiate(
    code: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
}
