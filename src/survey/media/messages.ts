import { clip } from '../../message/clip.ts'
import { type Html, joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import type { TakenMedia } from './service.ts'

/** Names told in one message; more are only counted. */
const MOST_NAMED = 20
const LONGEST_NAME = 60

/** Asks for the files that a survey names, or says that all are there. */
export const mediaWantedMessage = (speak: Speak, survey: string, missing: readonly string[]): Message =>
  withCard(speak, survey, [
    speak.html(missing.length > 0 ? 'media.wanted' : 'media.complete'),
    missingText(speak, missing),
  ])

/** What became of a file that was sent for a survey. */
export function takenMediaMessage(speak: Speak, survey: string, taken: TakenMedia): Message {
  switch (taken.type) {
    case 'kept':
      return withCard(speak, survey, [
        speak.html('media.kept', { name: clip(taken.name, LONGEST_NAME) }),
        taken.missing.length === 0 && speak.html('media.complete'),
        missingText(speak, taken.missing),
      ])
    case 'not_named':
      return withCard(speak, survey, [speak.html('media.notNamed'), missingText(speak, taken.missing)])
    case 'wrong_kind': {
      const wanted = speak.plain(`given.${taken.wanted}`)
      return withCard(speak, survey, [
        speak.html('media.wrongKind', { name: clip(taken.name, LONGEST_NAME), wanted }),
      ])
    }
    case 'published':
      return withCard(speak, survey, [
        speak.html('media.published', { name: clip(taken.name, LONGEST_NAME) }),
      ])
    case 'not_fetched':
      return withCard(speak, survey, [speak.html('media.notFetched')])
  }
}

function missingText(speak: Speak, missing: readonly string[]): Html | undefined {
  if (missing.length === 0) return undefined
  const named = missing
    .slice(0, MOST_NAMED)
    .map((name) => speak.html('media.name', { name: clip(name, LONGEST_NAME) }))
  const others = missing.length - named.length
  return joinHtml([
    speak.html('media.missing'),
    ...named,
    others > 0 && speak.html('media.others', { count: formatNumber(others, speak.language) }),
  ])
}

const withCard = (speak: Speak, survey: string, parts: (Html | undefined | false)[]): Message => ({
  html: joinHtml(parts, '\n\n'),
  buttons: [[{ text: speak.plain('life.toCard'), press: { do: 'survey', survey } }]],
})
