import { clip } from '../../message/clip.ts'
import { joinHtml } from '../../message/html.ts'
import { listPage } from '../../message/listPage.ts'
import type { Button, Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import type { District } from '../../unit/districtsOf.ts'
import type { Unit } from '../../unit/unit.ts'
import { PERSON_ROLES } from '../role.ts'
import type { Profile } from '../service.ts'

const LONGEST_NAME = 40

/** What is asked next: 1 leads on to the next question, 0 back to the overview. */
type Next = 0 | 1

/** What invitations are, and the question whether somebody wants them. */
export const askConsentMessage = (speak: Speak, most: number): Message => ({
  html: joinHtml(
    [speak.html('invitation.explain', { most }), speak.html('invitation.kept'), speak.html('invitation.ask')],
    '\n\n',
  ),
  buttons: [
    [{ text: speak.plain('invitation.yes'), press: { do: 'invite-me' } }],
    [{ text: speak.plain('invitation.no'), press: { do: 'invite-not' } }],
  ],
})

/** What somebody agreed to and said of themselves, and the ways to change it. */
export function overviewMessage(
  speak: Speak,
  { role, district }: Profile,
  office: Unit | undefined,
  most: number,
): Message {
  const unset = speak.plain('invitation.unset')
  const lines = [
    speak.html('invitation.roleIs', { role: role ? speak.plain(`personRole.${role}`) : unset }),
    speak.html('invitation.districtIs', { district: district ?? unset }),
    role === 'asn' && speak.html('invitation.officeIs', { office: office?.name ?? unset }),
  ]
  const change: Button[][] = [
    [{ text: speak.plain('invitation.changeRole'), press: { do: 'ask-role', next: 0 } }],
    [{ text: speak.plain('invitation.changeDistrict'), press: { do: 'ask-district', page: 0, next: 0 } }],
  ]
  if (role === 'asn')
    change.push([
      { text: speak.plain('invitation.changeOffice'), press: { do: 'ask-office', page: 0, next: 0 } },
    ])
  return {
    html: joinHtml([speak.html('invitation.overview', { most }), joinHtml(lines)], '\n\n'),
    buttons: [...change, [{ text: speak.plain('invitation.stop'), press: { do: 'invite-not' } }]],
  }
}

export const askRoleMessage = (speak: Speak, next: Next): Message => ({
  html: speak.html('invitation.askRole'),
  buttons: [
    ...PERSON_ROLES.map((role): Button[] => [
      { text: speak.plain(`personRole.${role}`), press: { do: 'set-role', role, next } },
    ]),
    skip(speak, { do: 'set-role', role: 'none', next }),
  ],
})

/** The kecamatan to choose from, or those that were found for a typed name. */
export const askDistrictMessage = (
  speak: Speak,
  districts: readonly District[],
  { page, next, typed }: { page: number; next: Next; typed?: string },
): Message => ({
  html: joinHtml([found(speak, districts, typed), speak.html('invitation.askDistrict')], '\n\n'),
  buttons: [
    ...listPage(districts, page, {
      ...turning(speak),
      button: ({ name, unit }) => ({
        text: clip(name, LONGEST_NAME),
        press: { do: 'set-district', unit, next },
      }),
      turn: (to) => ({ do: 'ask-district', page: to, next }),
    }),
    skip(speak, { do: 'set-district', unit: 0, next }),
  ],
})

/** The offices to choose from, or those that were found for a typed name. */
export const askOfficeMessage = (
  speak: Speak,
  units: readonly Unit[],
  { page, next, typed }: { page: number; next: Next; typed?: string },
): Message => ({
  html: joinHtml([found(speak, units, typed), speak.html('invitation.askOffice')], '\n\n'),
  buttons: [
    ...listPage(units, page, {
      ...turning(speak),
      button: ({ name, id }) => ({
        text: clip(name, LONGEST_NAME),
        press: { do: 'set-office', unit: id, next },
      }),
      turn: (to) => ({ do: 'ask-office', page: to, next }),
    }),
    skip(speak, { do: 'set-office', unit: 0, next }),
  ],
})

const found = (speak: Speak, list: readonly unknown[], typed: string | undefined) =>
  typed !== undefined &&
  list.length === 0 &&
  speak.html('invitation.notFound', { text: clip(typed, LONGEST_NAME) })

const turning = (speak: Speak) => ({
  previous: speak.plain('unit.previous'),
  more: speak.plain('unit.more'),
})

const skip = (speak: Speak, press: Extract<Button, { press: unknown }>['press']): Button[] => [
  { text: speak.plain('invitation.leaveOut'), press },
]
