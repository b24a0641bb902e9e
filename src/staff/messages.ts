import { clip } from '../message/clip.ts'
import { html, joinHtml } from '../message/html.ts'
import type { Button, Message } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { Unit } from '../unit/unit.ts'
import type { Employee, ListedEmployee } from './employee.ts'
import { groupedNip, maskedNip } from './nip.ts'
import type { Staff } from './service.ts'

const LONGEST = 40
const UNITS_A_PAGE = 8

type Listed = Awaited<ReturnType<Staff['list']>>

/** Who somebody is in the roster. */
export function employeeLines(speak: Speak, employee: Employee, unit: string, showsNip: boolean) {
  const { name, nip, position, employment } = employee
  return joinHtml([
    html`<b>${name}</b>`,
    speak.html('staff.nip', { nip: showsNip ? groupedNip(nip) : maskedNip(nip) }),
    position !== null && html`${position}`,
    html`${unit}`,
    speak.html(`employment.${employment}`),
  ])
}

/** One employee, for those who look after them. */
export function employeeMessage(
  speak: Speak,
  employee: ListedEmployee,
  unit: string,
  may: { seeNip: boolean; giveCode: boolean; unlink: boolean },
): Message {
  const { id, isRegistered } = employee
  const buttons: Button[][] = []
  if (may.giveCode)
    buttons.push([{ text: speak.plain('staff.makeCode'), press: { do: 'staff-code', employee: id } }])
  if (may.unlink && isRegistered)
    buttons.push([{ text: speak.plain('staff.unlink'), press: { do: 'staff-unlink-ask', employee: id } }])
  buttons.push([{ text: speak.plain('staff.back'), press: { do: 'staff', unit: employee.unitId, page: 0 } }])
  return {
    html: joinHtml(
      [
        employeeLines(speak, employee, unit, may.seeNip),
        speak.html(isRegistered ? 'staff.isRegistered' : 'staff.isNotRegistered'),
      ],
      '\n\n',
    ),
    buttons,
  }
}

/** A page of employees; `unit` is what the buttons lead through, 0 for all. */
export function staffListMessage(
  speak: Speak,
  { employees, all, registered, page, pages }: Listed,
  { title, unit, text }: { title: string; unit: number; text?: string },
): Message {
  const count = (number: number) => formatNumber(number, speak.language)
  const turn: Button[] = []
  // What is searched for is not in the buttons: whoever searches finds few, or searches for more.
  if (text === undefined && page > 0)
    turn.push({ text: speak.plain('unit.previous'), press: { do: 'staff', unit, page: page - 1 } })
  if (text === undefined && page + 1 < pages)
    turn.push({ text: speak.plain('unit.more'), press: { do: 'staff', unit, page: page + 1 } })
  return {
    html: joinHtml(
      [
        text === undefined
          ? speak.html('staff.list', { title, all: count(all), registered: count(registered) })
          : speak.html('staff.found', { text, all: count(all) }),
        speak.html(all > 0 ? 'staff.hint' : 'staff.nobody'),
      ],
      '\n\n',
    ),
    buttons: [
      ...employees.map(({ id, name, isRegistered }): Button[] => [
        {
          text: clip(`${isRegistered ? '✅' : '▫️'} ${name}`, LONGEST),
          press: { do: 'staff-member', employee: id },
        },
      ]),
      ...(turn.length > 0 ? [turn] : []),
    ],
  }
}

/** Which unit's employees to look at, for those who may see several. */
export function staffUnitsMessage(speak: Speak, units: readonly Unit[], page: number): Message {
  const pages = Math.max(1, Math.ceil(units.length / UNITS_A_PAGE))
  const shown = Math.min(page, pages - 1)
  const turn: Button[] = []
  if (shown > 0)
    turn.push({ text: speak.plain('unit.previous'), press: { do: 'staff-units', page: shown - 1 } })
  if (shown + 1 < pages)
    turn.push({ text: speak.plain('unit.more'), press: { do: 'staff-units', page: shown + 1 } })
  return {
    html: speak.html('staff.chooseUnit'),
    buttons: [
      ...units
        .slice(shown * UNITS_A_PAGE, (shown + 1) * UNITS_A_PAGE)
        .map(({ id, name }): Button[] => [
          { text: clip(name, LONGEST), press: { do: 'staff', unit: id, page: 0 } },
        ]),
      ...(turn.length > 0 ? [turn] : []),
    ],
  }
}
