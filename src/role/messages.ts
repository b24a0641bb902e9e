import { longDate } from '../dates.ts'
import { clip } from '../message/clip.ts'
import { html, joinHtml } from '../message/html.ts'
import type { Button, Message } from '../message/message.ts'
import { pageOf } from '../survey/results/pageTurn.ts'
import type { Speak } from '../texts.ts'
import type { Unit } from '../unit/unit.ts'
import type { Grant, Offer, Role, RoleName } from './role.ts'
import { roleWords, type UnitNames } from './roleWords.ts'

const A_PAGE = 8
/** Characters that a button shows on a small phone. */
const LONGEST = 40

/** Who has roles and which links are open, each a button, and the way to grant another. */
export function rolesMessage(
  speak: Speak,
  { grants, offers }: { grants: readonly Grant[]; offers: readonly Offer[] },
  units: UnitNames,
  page: number,
): Message {
  const rows = [
    ...grants.map(
      (grant): Button => ({
        text: clip(`${grant.name} · ${roleWords(speak, grant, units)}`, LONGEST),
        press: { do: 'role', grant: grant.id },
      }),
    ),
    ...offers.map(
      (offer): Button => ({
        text: clip(`⏳ ${roleWords(speak, offer, units)}`, LONGEST),
        press: { do: 'role-link', offer: offer.id },
      }),
    ),
  ]
  const { part, turn } = pageOf(speak, rows, page, A_PAGE, (to) => ({ do: 'roles', page: to }))
  const add: Button = { text: speak.plain('role.add'), press: { do: 'role-choose' } }
  return {
    html: joinHtml(
      [speak.html('role.list'), speak.html(rows.length > 0 ? 'role.listHint' : 'role.none')],
      '\n\n',
    ),
    buttons: [...part.map((button) => [button]), ...turn, [add]],
  }
}

/** One who has a role. */
export function grantMessage(
  speak: Speak,
  grant: Grant,
  units: UnitNames,
  { employee, mayRevoke }: { employee: string | undefined; mayRevoke: boolean },
): Message {
  const revoke: Button = {
    text: speak.plain('role.revoke'),
    press: { do: 'role-revoke-ask', grant: grant.id },
  }
  return {
    html: joinHtml([
      html`<b>${grant.name}</b>`,
      html`${roleWords(speak, grant, units)}`,
      employee !== undefined && speak.html('role.inRoster', { name: employee }),
    ]),
    buttons: [...(mayRevoke ? [[revoke]] : []), [back(speak)]],
  }
}

/** Asks once more before a role is taken away. */
export const askRevokeMessage = (speak: Speak, grant: Grant, units: UnitNames): Message => ({
  html: speak.html('role.askRevoke', { name: grant.name, role: roleWords(speak, grant, units) }),
  buttons: [
    [{ text: speak.plain('role.doRevoke'), press: { do: 'role-revoke', grant: grant.id } }],
    [{ text: speak.plain('role.keep'), press: { do: 'role', grant: grant.id } }],
  ],
})

/** A link that nobody has opened yet. */
export const offerMessage = (speak: Speak, offer: Offer, units: UnitNames, lastDay: string): Message => ({
  html: speak.html('role.openLink', {
    role: roleWords(speak, offer, units),
    day: longDate(lastDay, speak.language),
  }),
  buttons: [
    [{ text: speak.plain('role.withdraw'), press: { do: 'role-withdraw', offer: offer.id } }],
    [back(speak)],
  ],
})

/** Which role to grant, of those that this admin may. */
export const chooseRoleMessage = (speak: Speak, roles: readonly RoleName[]): Message => ({
  html: joinHtml(
    [speak.html('role.choose'), ...roles.map((role) => speak.html(`roleExplain.${role}`))],
    '\n\n',
  ),
  buttons: [
    ...roles.map((role): Button[] => [
      {
        text: speak.plain(`roleShort.${role}`),
        press: role === 'unit' ? { do: 'role-units', page: 0 } : { do: 'role-offer', role, unit: 0 },
      },
    ]),
    [back(speak)],
  ],
})

/** Of which unit somebody is to be the admin. */
export function chooseUnitMessage(speak: Speak, units: readonly Unit[], page: number): Message {
  const { part, turn } = pageOf(speak, units, page, A_PAGE, (to) => ({ do: 'role-units', page: to }))
  return {
    html: speak.html('role.chooseUnit'),
    buttons: [
      ...part.map(({ id, name }): Button[] => [
        { text: clip(name, LONGEST), press: { do: 'role-offer', role: 'unit', unit: id } },
      ]),
      ...turn,
      [back(speak)],
    ],
  }
}

/** A new link, with what to do with it. */
export const newLinkMessage = (
  speak: Speak,
  role: Role,
  units: UnitNames,
  { link, lastDay }: { link: string; lastDay: string },
): Message => ({
  html: speak.html('role.newLink', {
    role: roleWords(speak, role, units),
    link,
    day: longDate(lastDay, speak.language),
  }),
  buttons: [[back(speak)]],
})

const back = (speak: Speak): Button => ({ text: speak.plain('role.back'), press: { do: 'roles', page: 0 } })
