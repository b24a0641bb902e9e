import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../src/packageRoot.ts'

/* What the guide for operators names exists: a command that is renamed would be missed in the worst hour. */

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8')
const guide = read('docs/operations.md')

test('every command in the guide for operators is one', () => {
  const commands = new Set([...guide.matchAll(/\bsuluh ([a-z]+)(?=[ `])/g)].map(([, name]) => name))
  expect(commands.size).toBeGreaterThan(4)
  const known = [...read('src/cli.ts').matchAll(/\.command\('([a-z]+)'\)/g)].map(([, name]) => name)
  expect([...commands].filter((name) => !known.includes(name))).toEqual([])
})

test('every figure that is to be watched is one', () => {
  const figures = new Set(guide.match(/\bsuluh_[a-z0-9_]+(?=[`{[)\]])/g))
  expect(figures.size).toBeGreaterThan(4)
  const known = read('src/web/metrics.ts')
  expect([...figures].filter((name) => !known.includes(`'${name}'`))).toEqual([])
})

test('every file that it points to is there', () => {
  const files = [...guide.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file]) => file ?? '')
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) expect(() => read(join('docs', file))).not.toThrow()
})
