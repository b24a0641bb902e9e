import { expect, test } from 'vitest'
import type { Channel } from '../../src/instance/channel.ts'
import { instanceNews } from '../../src/instance/news.ts'

/** Lines on which all hear each other at once, and what was said on them. */
function lines() {
  const listeners: [Channel, Parameters<Channel['listen']>[0]][] = []
  const said: string[] = []
  const open = (): Channel & { isCut: boolean } => {
    const line = {
      isCut: false,
      session: () => (line.isCut ? undefined : 1),
      async tell(text: string) {
        said.push(text)
        for (const [whose, { onTold }] of listeners) if (whose !== line) onTold(text)
      },
      exchangeLocks: async () => [],
      listen: (listener: Parameters<Channel['listen']>[0]) => void listeners.push([line, listener]),
      close: async () => {},
    }
    return line
  }
  return { open, said }
}

test('whoever does not know yet whether he is alone tells; the only one says nothing any more', async () => {
  const { open, said } = lines()
  const news = instanceNews(open())
  expect(news.hasOthers()).toBe(true)
  await news.tell('units')
  expect(said).toEqual(['hello', 'units'])
  news.nobodyListed()
  expect(news.hasOthers()).toBe(false)
  await news.tell('person', 7)
  expect(said).toEqual(['hello', 'units'])
})

test('one that comes later is told everything from its hello on, and knows the first', async () => {
  const { open } = lines()
  const first = instanceNews(open())
  first.nobodyListed()
  const second = instanceNews(open())
  // A list that was read before the other was on it.
  first.nobodyListed()
  second.nobodyListed()
  const heard: (string | undefined)[] = []
  second.hear('person', (key) => heard.push(key))
  first.hear('units', () => heard.push('units'))
  await first.tell('person', 7)
  await second.tell('units')
  expect(heard).toEqual(['7', 'units'])
  expect([first.hasOthers(), second.hasOthers()]).toEqual([true, true])
})

test('while the line is cut, nobody knows whether another has come', () => {
  const { open } = lines()
  const line = open()
  const news = instanceNews(line)
  news.nobodyListed()
  line.isCut = true
  expect(news.hasOthers()).toBe(true)
})

test('without a line there are no others', async () => {
  const news = instanceNews(undefined)
  expect(news.hasOthers()).toBe(false)
  await news.tell('units')
})
