import { joinHtml } from '../message/html.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Role } from './role.ts'
import { roleWords, type UnitNames } from './roleWords.ts'
import type { OpenedOffer } from './service.ts'

/** What somebody is offered who opened a link, with what it means. */
export const offeredMessage = (speak: Speak, role: Role, units: UnitNames, code: string): Message => ({
  html: joinHtml(
    [
      speak.html('role.offered', { role: roleWords(speak, role, units) }),
      speak.html(`roleExplain.${role.role}`),
      speak.html('role.isLogged'),
    ],
    '\n\n',
  ),
  buttons: [
    [{ text: speak.plain('role.accept'), press: { do: 'role-accept', code } }],
    [{ text: speak.plain('role.refuse'), press: { do: 'role-refuse', code } }],
  ],
})

/** Said to who has a role now. */
export const acceptedMessage = (speak: Speak, role: Role, units: UnitNames): Message => ({
  html: joinHtml(
    [
      speak.html('role.accepted', { role: roleWords(speak, role, units) }),
      speak.html(`roleBegin.${role.role}`),
    ],
    '\n\n',
  ),
})

/** Why a link brings nothing. */
export const uselessLinkMessage = (speak: Speak, { type }: OpenedOffer): Message => ({
  html: speak.html(type === 'own' ? 'role.ownLink' : type === 'held' ? 'role.held' : 'role.linkGone'),
})
