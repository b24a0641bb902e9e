import { clip } from '../message/clip.ts'
import { listPage } from '../message/listPage.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Unit } from '../unit/unit.ts'

const LONGEST_NAME = 40

/** The units to choose from for somebody who follows an invitation: what comes of it is counted there. */
export const invitedUnitsMessage = (
  speak: Speak,
  broadcast: number,
  units: readonly Unit[],
  page: number,
): Message => ({
  html: speak.html('invited.chooseUnit'),
  buttons: listPage(units, page, {
    previous: speak.plain('unit.previous'),
    more: speak.plain('unit.more'),
    button: ({ name, id }) => ({
      text: clip(name, LONGEST_NAME),
      press: { do: 'invited', broadcast, unit: id },
    }),
    turn: (to) => ({ do: 'invited-units', broadcast, page: to }),
  }),
})
