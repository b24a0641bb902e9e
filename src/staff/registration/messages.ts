import { joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import type { Employee } from '../employee.ts'
import { employeeLines } from '../messages.ts'
import { groupedNip, type NipProblem } from '../nip.ts'
import type { Proved } from './service.ts'

/** Why what somebody typed is no NIP, in words. */
export const nipProblemText = (speak: Speak, problem: NipProblem): string =>
  speak.plain(
    `rosterProblem.${problem.code}`,
    problem.code === 'nip_length' ? { digits: problem.digits } : {},
  )

export const askNipMessage = (speak: Speak): Message => ({ html: speak.html('daftar.askNip') })

export const wrongNipMessage = (speak: Speak, problem: NipProblem): Message => ({
  html: speak.html('daftar.wrongNip', { why: nipProblemText(speak, problem) }),
})

/** How to prove that a NIP is one's own; the phone's button comes in place of its keyboard. */
export const askProofMessage = (speak: Speak, nip: string): Message => ({
  html: speak.html('daftar.askProof', { nip: groupedNip(nip) }),
  keyboard: {
    rows: [[{ text: speak.plain('daftar.sharePhone'), shares: 'contact' }]],
    placeholder: speak.plain('daftar.codePlaceholder'),
  },
})

/** What came of a proof that did not succeed; the phone's button is offered again where it may still help. */
export function failedProofMessage(speak: Speak, { type }: Exclude<Proved, { type: 'linked' }>): Message {
  const html = speak.html(`daftar.${FAILURES[type]}`)
  if (type === 'no-match' || type === 'not-own')
    return {
      html,
      keyboard: {
        rows: [[{ text: speak.plain('daftar.sharePhone'), shares: 'contact' }]],
        placeholder: speak.plain('daftar.codePlaceholder'),
      },
    }
  return { html, removeKeyboard: true }
}

const FAILURES = {
  'no-match': 'noMatch',
  'not-own': 'notOwn',
  'too-many': 'tooMany',
  taken: 'taken',
  nothing: 'nothing',
} as const

/** Said once somebody has proved who they are. */
export const linkedMessage = (speak: Speak, employee: Employee, unit: string): Message => ({
  html: joinHtml([speak.html('daftar.linked'), employeeLines(speak, employee, unit, true)], '\n\n'),
  removeKeyboard: true,
})

/** Who one is, to oneself. */
export const whoAmIMessage = (speak: Speak, employee: Employee, unit: string): Message => ({
  html: joinHtml(
    [speak.html('daftar.youAre'), employeeLines(speak, employee, unit, true), speak.html('daftar.wrongData')],
    '\n\n',
  ),
  buttons: [[{ text: speak.plain('daftar.unlink'), press: { do: 'unlink-ask' } }]],
})

export const askUnlinkMessage = (speak: Speak): Message => ({
  html: speak.html('daftar.askUnlink'),
  buttons: [
    [{ text: speak.plain('daftar.doUnlink'), press: { do: 'unlink' } }],
    [{ text: speak.plain('daftar.keep'), press: { do: 'who-am-i' } }],
  ],
})
