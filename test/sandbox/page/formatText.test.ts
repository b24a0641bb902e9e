import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Formatted, formatText } from '../../../src/sandbox/page/formatText.ts'
import type { Entity } from '../../../src/sandbox/protocol.ts'

/** The tree in words: `<bold Halo>`. */
function spelled(pieces: Formatted[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.entity.type} ${spelled(piece.children)}>`))
    .join('')
}

function plain(pieces: Formatted[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : plain(piece.children))).join('')
}

function entity(type: string, offset: number, length: number): Entity {
  return { type, offset, length }
}

describe('a text with entities', () => {
  test.each([
    ['Halo Siti', [], 'Halo Siti'],
    ['Halo Siti', [entity('bold', 5, 4)], 'Halo <bold Siti>'],
    ['Halo Siti', [entity('italic', 5, 4), entity('bold', 0, 9)], '<bold Halo <italic Siti>>'],
    ['abc', [entity('bold', 0, 1), entity('italic', 2, 1)], '<bold a>b<italic c>'],
    ['👍 ya', [entity('bold', 3, 2)], '👍 <bold ya>'],
    ['abcd', [entity('bold', 0, 3), entity('italic', 2, 2)], '<bold ab<italic c>><italic d>'],
    ['abc', [entity('bold', 1, 99)], 'a<bold bc>'],
    ['abc', [entity('bold', 7, 2)], 'abc'],
  ])('%s is dressed where they say', (text, entities, expected) => {
    expect(spelled(formatText(text, entities))).toBe(expected)
  })

  test('always spells the same text, however the entities lie', () => {
    const entities = fc.array(
      fc.record({ type: fc.constantFrom('bold', 'italic', 'code'), offset: fc.nat(40), length: fc.nat(40) }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), entities, (text, some) => {
        expect(plain(formatText(text, some))).toBe(text)
      }),
    )
  })
})
