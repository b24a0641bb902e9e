import { clip } from '../message/clip.ts'
import type { Button, Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Unit } from './unit.ts'

/** Units shown at a time: a list that fits a small phone. */
const UNITS_A_PAGE = 8
/** Characters that a button shows on a small phone. */
const LONGEST_NAME = 40

/** The list to choose a unit from, page by page. */
export function unitListMessage(speak: Speak, units: readonly Unit[], page: number): Message {
  if (units.length === 0) return { html: speak.html('unit.empty') }
  const pages = Math.ceil(units.length / UNITS_A_PAGE)
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const turn: Button[] = []
  if (shown > 0)
    turn.push({ text: speak.plain('unit.previous'), press: { do: 'find-unit', page: shown - 1 } })
  if (shown + 1 < pages)
    turn.push({ text: speak.plain('unit.more'), press: { do: 'find-unit', page: shown + 1 } })
  const rows = unitRows(units.slice(shown * UNITS_A_PAGE, (shown + 1) * UNITS_A_PAGE))
  return { html: speak.html('unit.choose'), buttons: turn.length > 0 ? [...rows, turn] : rows }
}

/** What was found for a typed part of a name; the first few, since more can be typed. */
export function foundUnitsMessage(speak: Speak, text: string, found: readonly Unit[]): Message {
  const shortened = clip(text, LONGEST_NAME)
  if (found.length === 0) return { html: speak.html('unit.none', { text: shortened }) }
  return {
    html: speak.html('unit.found', { text: shortened }),
    buttons: unitRows(found.slice(0, UNITS_A_PAGE)),
  }
}

const unitRows = (units: readonly Unit[]): Button[][] =>
  units.map(({ id, name }) => [{ text: clip(name, LONGEST_NAME), press: { do: 'open-unit', unit: id } }])
