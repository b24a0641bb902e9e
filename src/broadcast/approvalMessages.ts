import { html, joinHtml } from '../message/html.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { titleText } from './audienceMessages.ts'
import type { BroadcastFacts } from './facts.ts'
import { fingerprint } from './fingerprint.ts'
import { previewText } from './previewMessage.ts'
import type { Preview } from './previews.ts'

/** Asks a second admin whether a broadcast may be sent, with all that its author saw. */
export function approvalMessage(
  speak: Speak,
  preview: Preview,
  example: Message | undefined,
  timeZone: string,
): Message {
  const { id } = preview.broadcast
  const seen = fingerprint(preview.broadcast)
  return {
    html: joinHtml(
      [
        speak.html('broadcast.askApproval'),
        previewText(speak, preview, timeZone),
        example && joinHtml([speak.html('broadcast.example'), html`——————————`, example.html]),
      ],
      '\n\n',
    ),
    buttons: [
      [
        {
          text: speak.plain('broadcast.approve'),
          press: { do: 'broadcast-send', broadcast: id, step: 'approve', seen },
        },
        {
          text: speak.plain('broadcast.refuse'),
          press: { do: 'broadcast-send', broadcast: id, step: 'refuse', seen },
        },
      ],
    ],
  }
}

/** Tells the author what a second admin has decided. */
export const decidedMessage = (speak: Speak, { broadcast, invitedTo }: BroadcastFacts): Message => ({
  html: speak.html(broadcast.state === 'refused' ? 'broadcast.wasRefused' : 'broadcast.wasApproved', {
    title: titleText(speak, invitedTo, broadcast.content.survey),
  }),
  buttons: [[{ text: speak.plain('broadcast.toCard'), press: { do: 'broadcast', broadcast: broadcast.id } }]],
})
