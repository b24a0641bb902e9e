import { expect, test } from 'vitest'
import { type ReadSpreadsheet, readInTurn } from '../../src/spreadsheet/readInTurn.ts'

/** Readings that end when the test says so. */
function readings() {
  const begun: { bytes: Uint8Array; end: () => void; fail: () => void }[] = []
  const read: ReadSpreadsheet = (bytes) =>
    new Promise((resolve, reject) => {
      begun.push({ bytes, end: () => resolve({ sheets: [] }), fail: () => reject(new Error('a bug')) })
    })
  return { begun, read }
}

/** Lets everything that can go on do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('one file is read after the other, whatever became of the one before', async () => {
  const { begun, read } = readings()
  const inTurn = readInTurn(10, read)
  const [first, second] = [inTurn(Buffer.from('1')), inTurn(Buffer.from('2'))]
  await settled()
  expect(begun).toHaveLength(1)
  begun[0]?.fail()
  await expect(first).rejects.toThrow('a bug')
  await settled()
  expect(begun).toHaveLength(2)
  begun[1]?.end()
  expect(await second).toEqual({ sheets: [] })
})

test('who comes when too many wait is told so, and may come again', async () => {
  const { begun, read } = readings()
  const inTurn = readInTurn(1, read)
  const [first, second] = [inTurn(Buffer.from('1')), inTurn(Buffer.from('2'))]
  expect(await inTurn(Buffer.from('3'))).toEqual({ problem: { code: 'busy' } })
  await settled()
  begun[0]?.end()
  await first
  const third = inTurn(Buffer.from('3'))
  await settled()
  begun[1]?.end()
  await second
  await settled()
  begun[2]?.end()
  expect(await third).toEqual({ sheets: [] })
})
