import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { openPictures, type Pictures, startDrawingProcess } from '../../src/picture/pictures.ts'
import { chartOf, sizeOf } from '../picture/charts.ts'
import { POSTER } from '../picture/posters.ts'

const opened: Pictures[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(opened.splice(0).map((pictures) => pictures.stop()))
})

/** The pictures, and the processes that were started for them. */
function open() {
  const processes: ChildProcess[] = []
  const pictures = openPictures(() => {
    const started = startDrawingProcess()
    processes.push(started)
    return started
  })
  opened.push(pictures)
  return { pictures, processes }
}

test('charts, codes and posters all come from one process, started when the first is asked for', async () => {
  const { pictures, processes } = open()
  expect(processes).toHaveLength(0)
  const [chart, code, posters] = await Promise.all([
    pictures.barChart(chartOf([['Baik 😀', 5]])),
    pictures.qrCode('https://t.me/SuluhTeboBot'),
    pictures.posters([POSTER], 'Poster', new Date(0)),
  ])
  expect(sizeOf(chart).width).toBe(1080)
  expect(sizeOf(code).width).toBeGreaterThanOrEqual(800)
  expect(Buffer.from(posters).toString('latin1')).toMatch(/^%PDF-/)
  expect(processes).toHaveLength(1)
})

test('facts that cannot be drawn are refused, and the next picture comes', async () => {
  const { pictures } = open()
  await expect(pictures.barChart(chartOf([['Baik', -1]]))).rejects.toThrow(RangeError)
  await expect(pictures.qrCode('x')).resolves.toBeInstanceOf(Uint8Array)
})

test('when the process dies, what waits is refused and the next picture comes from a new one', async () => {
  const { pictures, processes } = open()
  const waiting = pictures.qrCode('x')
  processes[0]?.kill('SIGKILL')
  await expect(waiting).rejects.toThrow('ended before this one was ready')
  await expect(pictures.qrCode('x')).resolves.toBeInstanceOf(Uint8Array)
  expect(processes).toHaveLength(2)
})

test('after a minute without work the process ends, and not before', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { pictures, processes } = open()
  await pictures.qrCode('x')
  vi.advanceTimersByTime(59_000)
  await pictures.qrCode('x')
  vi.advanceTimersByTime(59_000)
  await pictures.qrCode('x')
  expect(processes).toHaveLength(1)

  vi.advanceTimersByTime(60_000)
  const [first] = processes
  if (first) await once(first, 'exit')
  await pictures.qrCode('x')
  expect(processes).toHaveLength(2)
})

test('of more than fifty that wait, the last ones are refused', async () => {
  const { pictures } = open()
  const asked = await Promise.allSettled(Array.from({ length: 53 }, () => pictures.qrCode('x')))
  expect(asked.map(({ status }) => status)).toEqual([
    ...Array(50).fill('fulfilled'),
    ...Array(3).fill('rejected'),
  ])
})

test('stopping ends what is being drawn', async () => {
  const { pictures, processes } = open()
  const waiting = expect(pictures.qrCode('x')).rejects.toThrow('ended')
  await pictures.stop()
  await waiting
  expect(processes[0]?.signalCode).toBe('SIGKILL')
})
