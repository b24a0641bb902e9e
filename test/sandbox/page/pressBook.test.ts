import { describe, expect, test } from 'vitest'
import {
  complaintsForgotten,
  type PressBook,
  pressBegun,
  pressEnded,
  pressGivenUp,
  pressNamed,
} from '../../../src/sandbox/page/pressBook.ts'

const nothing: PressBook = { open: [], settled: [] }
const yes = { key: 1, person: 11, chat: 11, message: 5, row: 0, column: 0 }
const no = { ...yes, key: 2, column: 1 }

describe('a tap on an inline button', () => {
  test('waits until the bot answers its callback', () => {
    const waiting = pressNamed(pressBegun(nothing, yes), 1, 'c1')
    expect(waiting.open).toMatchObject([{ key: 1, isUnanswered: false }])
    expect(pressEnded(waiting, 'c1', false).open).toEqual([])
  })

  test('is over at once when the bot was quicker than the page', () => {
    const early = pressEnded(pressBegun(nothing, yes), 'c1', false)
    expect(early.open).toHaveLength(1)
    expect(pressNamed(early, 1, 'c1').open).toEqual([])
  })

  test('complains when the bot stays silent, and starts afresh when tapped again', () => {
    const silent = pressEnded(pressNamed(pressBegun(nothing, yes), 1, 'c1'), 'c1', true)
    expect(silent.open).toMatchObject([{ key: 1, isUnanswered: true }])
    expect(pressBegun(silent, { ...yes, key: 3 }).open).toMatchObject([{ key: 3, isUnanswered: false }])
  })

  test('does not disturb another button that waits', () => {
    const both = pressNamed(pressBegun(pressBegun(nothing, yes), no), 2, 'c2')
    expect(pressEnded(both, 'c2', false).open).toMatchObject([{ key: 1 }])
    expect(pressGivenUp(both, 1, false).open).toMatchObject([{ key: 2 }])
  })

  test('has its complaint forgotten together with the keyboard', () => {
    const silent = pressGivenUp(pressBegun(pressBegun(nothing, yes), no), 1, true)
    expect(complaintsForgotten(silent, 11, 5).open).toMatchObject([{ key: 2 }])
    expect(complaintsForgotten(silent, 11, 6)).toBe(silent)
  })
})
