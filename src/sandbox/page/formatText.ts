import type { Entity } from '../protocol.ts'

/** A stretch of text, bare or dressed by one entity; the tree spells exactly the original text. */
export type Formatted = string | { entity: Entity; text: string; children: Formatted[] }

const blocks = new Set(['pre', 'blockquote', 'expandable_blockquote'])

/** Whether an entity stands on lines of its own, so that the line break after it is already drawn. */
export function isBlock(entity: Entity): boolean {
  return blocks.has(entity.type)
}

/**
 * Turns a text with entities into a tree. Offsets are UTF-16 code units, as in the Bot API and in JavaScript.
 * Entities that reach beyond the text are clipped; one that only half overlaps another is cut in two.
 */
export function formatText(text: string, entities: Entity[]): Formatted[] {
  const inOrder = entities
    .map((entity) => clipped(entity, 0, text.length))
    .filter((entity) => entity.length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
  return dress(text, inOrder, 0, text.length)
}

function dress(text: string, entities: Entity[], from: number, to: number): Formatted[] {
  const pieces: Formatted[] = []
  const waiting = [...entities]
  let at = from
  for (let entity = waiting.shift(); entity; entity = waiting.shift()) {
    const end = entity.offset + entity.length
    if (entity.offset > at) pieces.push(text.slice(at, entity.offset))
    const inside: Entity[] = []
    const after: Entity[] = []
    for (const other of waiting) {
      const within = clipped(other, entity.offset, end)
      const beyond = clipped(other, end, to)
      if (within.length > 0) inside.push(within)
      if (beyond.length > 0) after.push(beyond)
    }
    waiting.splice(0, waiting.length, ...after.sort((a, b) => a.offset - b.offset || b.length - a.length))
    const children = dress(text, inside, entity.offset, end)
    pieces.push({ entity, text: text.slice(entity.offset, end), children })
    at = end
  }
  if (at < to) pieces.push(text.slice(at, to))
  return pieces
}

function clipped(entity: Entity, from: number, to: number): Entity {
  const start = Math.max(entity.offset, from)
  const end = Math.min(entity.offset + entity.length, to)
  return start === entity.offset && end - start === entity.length
    ? entity
    : { ...entity, offset: start, length: Math.max(0, end - start) }
}
