import { longMoment, timeOfDay } from '../dates.ts'
import { type Html, joinHtml } from '../message/html.ts'
import type { Button, Message } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import { LEAST_BY_ANSWERS } from './audience.ts'
import { titleText } from './audienceMessages.ts'
import { audienceText } from './audienceText.ts'
import { fingerprint } from './fingerprint.ts'
import type { Preview } from './previews.ts'
import { sendingProblemText } from './sendingProblemText.ts'

/** What stands below the example before anything is sent: how many, how long, and the choice to send it or not. */
export function previewMessage(speak: Speak, preview: Preview, timeZone: string): Message {
  const { id } = preview.broadcast
  const seen = fingerprint(preview.broadcast)
  const step = (text: string, name: string): Button => ({
    text,
    press: { do: 'broadcast-send', broadcast: id, step: name, seen },
  })
  const change: Button = { text: speak.plain('broadcast.change'), press: { do: 'audience', broadcast: id } }
  const discard = step(speak.plain('broadcast.discard'), 'discard')
  const why = preview.problem && sendingProblemText(speak, preview.problem)
  return {
    html: joinHtml([previewText(speak, preview, timeZone), why], '\n\n'),
    buttons: preview.problem
      ? [[change], [discard]]
      : [
          [step(speak.plain('broadcast.send'), 'send')],
          [step(speak.plain('broadcast.schedule'), 'ask-when')],
          [change],
          [discard],
        ],
  }
}

/** To whom, how many, and how long it takes. */
export function previewText(speak: Speak, preview: Preview, timeZone: string): Html {
  const { broadcast, invitedTo, count, problem } = preview
  const number = (value: number) => formatNumber(value, speak.language)
  return joinHtml(
    [
      speak.html('broadcast.preview', { title: titleText(speak, invitedTo, broadcast.content.survey) }),
      joinHtml([
        speak.html('broadcast.to', { audience: audienceText(speak, preview) }),
        speak.html('broadcast.readers', { readers: countText(speak, count.readers, preview) }),
        count.unreachable > 0 &&
          speak.html('broadcast.unreachable', { count: countText(speak, count.unreachable, preview) }),
        count.silent > 0 && speak.html('broadcast.silent', { count: number(count.silent) }),
      ]),
      !problem && timeText(speak, preview, timeZone),
    ],
    '\n\n',
  )
}

/** A number of people; small ones are not told, for they would single somebody out. */
function countText(speak: Speak, count: number, { broadcast }: Preview): string {
  const isHidden = count < LEAST_BY_ANSWERS && (count > 0 || broadcast.audience.answers !== undefined)
  return isHidden
    ? speak.plain('broadcast.fewerThan', { least: LEAST_BY_ANSWERS })
    : formatNumber(count, speak.language)
}

function timeText(speak: Speak, { time, broadcast }: Preview, timeZone: string): Html {
  const { begins, ends, seconds, goesOn, isQuiet } = time
  const at = (moment: Date) => longMoment(moment, timeZone, speak.language)
  return joinHtml([
    seconds < 60
      ? speak.html('broadcast.takesSeconds')
      : speak.html('broadcast.takes', { minutes: formatNumber(Math.ceil(seconds / 60), speak.language) }),
    ...(broadcast.startsAt === undefined
      ? [
          isQuiet && speak.html('broadcast.quietNow', { moment: at(begins) }),
          speak.html('broadcast.ends', { moment: at(ends) }),
        ]
      : [
          speak.html('broadcast.begins', { moment: at(begins) }),
          speak.html('broadcast.endsLater', { moment: at(ends) }),
        ]),
    goesOn &&
      speak.html('broadcast.overnight', {
        time: timeOfDay(goesOn, timeZone, speak.language),
      }),
  ])
}
