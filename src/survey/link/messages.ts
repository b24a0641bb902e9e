import { clip } from '../../message/clip.ts'
import { html, joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import type { Poster } from '../../picture/poster.ts'
import type { Speak } from '../../texts.ts'
import type { Unit } from '../../unit/unit.ts'
import type { LinkProblem } from './surveyLink.ts'

const UNITS_A_PAGE = 8
const LONGEST_NAME = 40
/** Units named in one message; what is wrong with one is wrong with the next. */
const MOST_NAMED = 20

/** Where a survey can be opened by a link of its own: a unit, or all of them. */
export function chooseLinkMessage(
  speak: Speak,
  { code: survey, title }: { code: string; title: string },
  units: readonly Unit[],
  page: number,
): Message {
  const pages = Math.max(1, Math.ceil(units.length / UNITS_A_PAGE))
  const shown = Math.min(page, pages - 1)
  const rows = units
    .slice(shown * UNITS_A_PAGE, (shown + 1) * UNITS_A_PAGE)
    .map(({ id, name }): Button[] => [
      { text: clip(name, LONGEST_NAME), press: { do: 'survey-link', survey, unit: id } },
    ])
  const turn: Button[] = []
  const toPage = (text: string, to: number): Button => ({
    text,
    press: { do: 'survey-links', survey, page: to },
  })
  if (shown > 0) turn.push(toPage(speak.plain('unit.previous'), shown - 1))
  if (shown + 1 < pages) turn.push(toPage(speak.plain('unit.more'), shown + 1))
  return {
    html: speak.html('link.choose', { title: clip(title, 200) }),
    buttons: [
      ...rows,
      ...(turn.length > 0 ? [turn] : []),
      [{ text: speak.plain('link.all'), press: { do: 'survey-posters', survey } }],
      [{ text: speak.plain('life.back'), press: { do: 'survey', survey } }],
    ],
  }
}

/** A QR code with its link, to be shown on a screen or put into a letter. */
export function linkMessage(speak: Speak, what: string, link: string, picture: Uint8Array): Message {
  return {
    html: joinHtml(
      [html`<b>${clip(what, 200)}</b>`, html`<code>${link}</code>`, speak.html('link.explain')],
      '\n\n',
    ),
    file: { kind: 'photo', name: 'qr.png', content: picture, key: `qr ${link}` },
  }
}

/** What a printed sheet says that leads to a survey. */
export function posterOf(
  speak: Speak,
  survey: string,
  unit: Unit | undefined,
  link: string,
  isNamed: boolean,
): Poster {
  return {
    issuer: speak.plain('poster.issuer'),
    heading: speak.plain('poster.heading'),
    unit: unit?.name ?? speak.plain('poster.regency'),
    survey,
    link,
    steps: [speak.plain('poster.scan'), speak.plain('poster.start'), speak.plain('poster.answer')],
    privacy: speak.plain(isNamed ? 'poster.named' : 'poster.anonymous'),
  }
}

/** Why a unit, or a survey by itself, can have no link. */
export const linkProblem = (speak: Speak, { problem }: LinkProblem, code: string): string =>
  speak.plain(problem === 'characters' ? 'link.characters' : 'link.tooLong', {
    code: clip(code, LONGEST_NAME),
  })

/** Names the units that are not in the file, so that nobody believes it to be complete. */
export function unlinkedMessages(speak: Speak, units: readonly Unit[]): Message[] {
  if (units.length === 0) return []
  const named = units
    .slice(0, MOST_NAMED)
    .map(({ name, code }) => html`• ${clip(name, LONGEST_NAME)} (<code>${clip(code, LONGEST_NAME)}</code>)`)
  const others = units.length - named.length
  return [
    {
      html: joinHtml([
        speak.html('link.unlinked'),
        ...named,
        others > 0 && speak.html('link.unlinkedOthers', { count: others }),
      ]),
    },
  ]
}
