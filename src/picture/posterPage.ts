import type { Poster } from './poster.ts'
import { type PosterWords, posterWords, STEP_INDENT, WORDS_WIDTH } from './posterWords.ts'
import { type QrModules, qrModules } from './qrModules.ts'
import { type Block, heightOf, LINE_HEIGHT } from './setInto.ts'
import { type Weight, widthOf } from './typeface.ts'

/** A4 in points (1/72 inch), the unit of everything here. */
export const PAGE = { width: 595.28, height: 841.89 } as const
const MARGIN = (PAGE.width - WORDS_WIDTH) / 2
const BAR = { width: 64, height: 5 }
/** As large as a hand: it is read from two metres away. */
const LARGEST_CODE = 310
/** Smaller, people would have to come close: before that, all words become smaller. */
const LEAST_CODE = 180
/** Below each of these. */
const GAP = { issuer: 9, bar: 20, heading: 12, unit: 6, code: 22, link: 10, steps: 24 }
const DISC = 26
const STEP_GAP = 10

const PAPER = '#ffffff'
const INK = '#000000'
const PALE_INK = '#404040'
/** Both are dark enough to print well in grey. */
const TORCH = '#c05f00'
const HOUSE = '#13695d'

/** One thing on the page; x and y are its left upper corner. */
export type Mark =
  | { mark: 'words'; x: number; y: number; text: string; size: number; weight: Weight; color: string }
  | { mark: 'code'; x: number; y: number; side: number; modules: QrModules; link: string }
  | {
      mark: 'box'
      x: number
      y: number
      width: number
      height: number
      radius: number
      fill?: string
      stroke?: string
    }

/**
 * Lays the poster out: everything around the middle, the QR code as large as the words leave room. Words that
 * are too long for their place are set smaller, down to a size that can still be read, and then cut.
 * @throws RangeError for a link that qrModules refuses, and as posterWords does
 */
export function posterPage(poster: Poster): Mark[] {
  let words = posterWords(poster, 1)
  for (let scale = 0.9; roomForCode(words) < LEAST_CODE && scale > 0.2; scale -= 0.1)
    words = posterWords(poster, scale)
  const { issuer, heading, unit, survey, link, steps, privacy } = words

  const issuerTop = MARGIN
  const barTop = issuerTop + heightOf(issuer) + GAP.issuer
  const headingTop = barTop + BAR.height + GAP.bar
  const unitTop = headingTop + heightOf(heading) + GAP.heading
  const surveyTop = unitTop + heightOf(unit) + GAP.unit
  const wordsEnd = surveyTop + heightOf(survey)
  const privacyTop = PAGE.height - MARGIN - heightOf(privacy)
  const stepsTop = privacyTop - GAP.steps - stepsHeight(steps)

  const room = roomForCode(words)
  const side = Math.min(LARGEST_CODE, room)
  const codeTop = wordsEnd + GAP.code + (room - side) / 2
  const codeLeft = (PAGE.width - side) / 2

  return [
    ...centred(issuer, issuerTop, PALE_INK),
    { mark: 'box', x: (PAGE.width - BAR.width) / 2, y: barTop, ...BAR, radius: BAR.height / 2, fill: TORCH },
    ...centred(heading, headingTop, INK),
    ...centred(unit, unitTop, HOUSE),
    ...centred(survey, surveyTop, PALE_INK),
    { mark: 'box', x: codeLeft, y: codeTop, width: side, height: side, radius: 14, stroke: INK },
    { mark: 'code', x: codeLeft, y: codeTop, side, modules: qrModules(poster.link), link: poster.link },
    ...centred(link, codeTop + side + GAP.link, INK),
    ...numbered(steps, stepsTop),
    ...centred(privacy, privacyTop, PALE_INK),
  ]
}

/** How high the code may be when all the words have their place. */
function roomForCode({ steps, ...words }: PosterWords): number {
  const wordsHeight = Object.values(words).reduce((sum, block) => sum + heightOf(block), stepsHeight(steps))
  const gaps = GAP.issuer + GAP.bar + GAP.heading + GAP.unit + 2 * GAP.code + GAP.link + GAP.steps
  return PAGE.height - 2 * MARGIN - BAR.height - wordsHeight - gaps
}

function centred({ lines, size, weight }: Block, top: number, color: string): Mark[] {
  return lines.map((text, line) => ({
    mark: 'words',
    x: (PAGE.width - widthOf(text, size, weight)) / 2,
    y: top + line * size * LINE_HEIGHT,
    text,
    size,
    weight,
    color,
  }))
}

/** Steps below each other, their numbers in discs; together in the middle of the page. */
function numbered(steps: Block[], top: number): Mark[] {
  const widest = Math.max(
    0,
    ...steps.flatMap(({ lines, size, weight }) => lines.map((line) => widthOf(line, size, weight))),
  )
  const left = (PAGE.width - widest - STEP_INDENT) / 2
  let y = top
  return steps.flatMap(({ lines, size, weight }, place) => {
    const number = String(place + 1)
    const height = stepHeight({ lines, size, weight })
    const middle = y + height / 2
    const textTop = middle - (lines.length * size * LINE_HEIGHT) / 2
    y += height + STEP_GAP
    return [
      {
        mark: 'box',
        x: left,
        y: middle - DISC / 2,
        width: DISC,
        height: DISC,
        radius: DISC / 2,
        fill: HOUSE,
      },
      {
        mark: 'words',
        x: left + (DISC - widthOf(number, 14, 'bold')) / 2,
        y: middle - (14 * LINE_HEIGHT) / 2,
        text: number,
        size: 14,
        weight: 'bold',
        color: PAPER,
      },
      ...lines.map(
        (text, line): Mark => ({
          mark: 'words',
          x: left + STEP_INDENT,
          y: textTop + line * size * LINE_HEIGHT,
          text,
          size,
          weight,
          color: INK,
        }),
      ),
    ]
  })
}

const stepHeight = (step: Block): number => Math.max(DISC, heightOf(step))

const stepsHeight = (steps: Block[]): number =>
  steps.reduce((sum, step) => sum + stepHeight(step) + STEP_GAP, -STEP_GAP)
