import { isTakenType } from '../attachment/isTakenType.ts'
import { numberOf, stringOf } from '../expression/value.ts'
import type { Form } from '../interview/form.ts'
import { instancesValue, MOST_INSTANCES } from '../interview/instances.ts'
import { judge } from '../interview/judge.ts'
import type { Item, Leaf, Series } from '../interview/nodes.ts'
import { boundsOf } from './boundsOf.ts'
import { CHOICES_A_PAGE } from './choicesAPage.ts'
import { chosenOption } from './chosenOption.ts'
import { nearestSteps, type Range, stepAt } from './rangeSteps.ts'
import type { FileKind, Input, Problem, Reading } from './reading.ts'
import { readClock, readDay, readDayAndTime } from './readMoment.ts'
import { readNumber } from './readNumber.ts'
import { readPlace } from './readPlace.ts'
import { readRank } from './readRank.ts'
import { isNo, isYes, readChoice, readChoices } from './readWords.ts'

/** Characters of a typed answer; Telegram's own limit is a little higher. */
export const LONGEST_TEXT = 4_000

/** Bytes of a photo or file, at most what Telegram lets a bot fetch. */
export const LARGEST_FILE = 20_000_000

/**
 * What an input means as an answer to a question: the value to store, or the problem with it.
 * Values are strings as in XForms: choice names, ISO dates, numbers with a point, names joined by blanks.
 */
export function readAnswer(form: Form, item: Item, input: Input): Reading {
  if (item.kind === 'series') return readMore(item, input)
  if (input.type === 'skip') return blank(form, item)
  if (input.type === 'keep') return judged(form, item, form.stored(item))
  const reading = readValue(form, item, input)
  const isFree = FREE.has(item.row.definition.type) || 'problem' in reading
  if (isFree && input.type === 'text' && SKIPS.has(clean(input.text).toLowerCase())) {
    const skipped = blank(form, item)
    if ('value' in skipped) return skipped
  }
  if ('problem' in reading || reading.stays) return reading
  return judged(form, item, reading.value)
}

/** What people type for "no answer"; counts only where a question may be left blank and no choice is called so. */
const SKIPS = new Set(['-', 'lewati', 'lewat', 'skip', 'kosong'])

/** Types whose answer may be any words. */
const FREE = new Set(['text', 'barcode'])

/** What was typed. Words below a photo are what its sender has to say where words are asked. */
function wordsOf(input: Input, type: string): string | undefined {
  const words = input.type === 'text' ? input.text : undefined
  const below = input.type === 'file' && FREE.has(type) ? input.caption : undefined
  const said = words ?? below
  return said === undefined ? undefined : clean(said)
}

function blank(form: Form, leaf: Leaf): Reading {
  return judged(form, leaf, '')
}

/** The value when it may be the answer, else what is wrong with it. */
function judged(form: Form, leaf: Leaf, value: string): Reading {
  const { constraintMessage, requiredMessage, definition } = leaf.row
  switch (judge(form, leaf, value)) {
    case undefined:
      return { value }
    case 'required':
      return Object.keys(requiredMessage).length > 0
        ? { problem: 'needs_answer', message: requiredMessage }
        : { problem: 'needs_answer' }
    case 'constraint':
      if (Object.keys(constraintMessage).length > 0)
        return { problem: 'constraint', message: constraintMessage }
      return outOfBounds(form, leaf, value)
    case 'type':
      return NEEDS[definition.type] ?? { problem: 'unknown_choice' }
  }
}

const NEEDS: Partial<Record<string, Problem>> = {
  integer: { problem: 'needs_whole_number' },
  decimal: { problem: 'needs_number' },
  date: { problem: 'needs_date' },
  time: { problem: 'needs_time' },
  dateTime: { problem: 'needs_date_time' },
  geopoint: { problem: 'needs_place' },
  rank: { problem: 'needs_rank' },
}

/** A constraint without a message may still say what is expected. */
function outOfBounds(form: Form, { row: { definition } }: Leaf, value: string): Problem {
  const constraint = 'constraint' in definition ? definition.constraint : undefined
  const asked = { today: form.context.today, hasTime: definition.type === 'dateTime' }
  const { min, max, earliest, latest } = constraint ? boundsOf(constraint, asked) : {}
  const number = numberOf(value)
  if (min !== undefined && number < min) return { problem: 'too_small', min }
  if (max !== undefined && number > max) return { problem: 'too_large', max }
  if (earliest !== undefined && value < earliest) return { problem: 'too_early', min: earliest }
  if (latest !== undefined && value.slice(0, 10) > latest) return { problem: 'too_late', max: latest }
  return { problem: 'constraint' }
}

function readValue(form: Form, leaf: Leaf, input: Input): Reading {
  const { definition } = leaf.row
  const typed = wordsOf(input, definition.type)
  switch (definition.type) {
    case 'select_one':
      if (input.type === 'choice') return chosenOption(form, leaf, input.index)
      if (typed === undefined) return { problem: 'needs_choice' }
      return readOne(form, leaf, typed, definition.open === true)
    case 'select_multiple': {
      const ticked = form.stored(leaf).split(' ').filter(Boolean)
      if (input.type === 'finish') return { value: ticked.join(' ') }
      if (input.type === 'choice') return toggled(form, leaf, input.index, ticked)
      return typed === undefined ? { problem: 'needs_choice' } : readSeveral(form, leaf, typed, ticked)
    }
    case 'rank':
      return readRank(form, leaf, input, typed)
    case 'integer':
      return typed === undefined ? { problem: 'needs_number' } : readNumber('integer', typed)
    case 'decimal':
      return typed === undefined ? { problem: 'needs_number' } : readNumber('decimal', typed)
    case 'range':
      return readRange(definition.parameters, input, typed)
    case 'date':
      return readDay(form, leaf, input, typed)
    case 'time':
      return readClock(input, typed)
    case 'dateTime':
      return readDayAndTime(form, leaf, input, typed)
    case 'geopoint': {
      const place =
        input.type === 'location' ? placeOf(input) : typed === undefined ? undefined : readPlace(typed)
      return place === undefined ? { problem: 'needs_place' } : { value: place }
    }
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return readFile(definition.type, input)
    case 'acknowledge': {
      const isAgreed = input.type === 'choice' || (typed !== undefined && isYes(typed))
      return isAgreed ? { value: 'OK' } : { problem: 'needs_choice' }
    }
    case 'text':
    case 'barcode': {
      if (typed === undefined) return { problem: 'needs_text' }
      const { length } = Array.from(typed)
      return length > LONGEST_TEXT ? { problem: 'too_long', max: LONGEST_TEXT, length } : { value: typed }
    }
    default:
      throw new Error(`${leaf.path} is not a question that can be answered`)
  }
}

function readOne(form: Form, leaf: Leaf, typed: string, isOpen: boolean): Reading {
  const reading = readChoice(form.offered(leaf), typed)
  return isOpen && 'problem' in reading && typed !== '' ? { value: typed } : reading
}

/** Of a long list, what was typed joins what is ticked: people find one after the other. */
function readSeveral(form: Form, leaf: Leaf, typed: string, ticked: readonly string[]): Reading {
  const offered = form.offered(leaf)
  const reading = readChoices(offered, typed)
  if ('problem' in reading || offered.length <= CHOICES_A_PAGE) return reading
  return { value: inListOrder(leaf, [...ticked, ...reading.value.split(' ')]), stays: true }
}

function toggled(form: Form, leaf: Leaf, index: number, ticked: readonly string[]): Reading {
  const reading = chosenOption(form, leaf, index)
  if ('problem' in reading) return reading
  const next = new Set(ticked)
  if (!next.delete(reading.value)) next.add(reading.value)
  return { value: inListOrder(leaf, [...next]), stays: true }
}

function inListOrder(leaf: Leaf, names: readonly string[]): string {
  const wanted = new Set(names)
  return leaf.row.options
    .filter(({ name }) => wanted.has(name))
    .map(({ name }) => name)
    .join(' ')
}

function readRange(range: Range, input: Input, typed: string | undefined): Reading {
  if (input.type === 'choice') return { value: stringOf(stepAt(range, input.index)) }
  const reading: Reading = typed === undefined ? { problem: 'needs_number' } : readNumber('decimal', typed)
  if ('problem' in reading) return reading
  const number = Number(reading.value)
  const [min, max] = [Math.min(range.start, range.end), Math.max(range.start, range.end)]
  if (number < min) return { problem: 'too_small', min }
  if (number > max) return { problem: 'too_large', max }
  const [value = number, other] = nearestSteps(range, number)
  return other === undefined
    ? { value: stringOf(value) }
    : { problem: 'between_steps', nearest: [value, other] }
}

const places = (degrees: number) => String(Number(degrees.toFixed(7)))

function placeOf({ latitude, longitude, accuracy }: Extract<Input, { type: 'location' }>): string {
  return `${places(latitude)} ${places(longitude)} 0 ${accuracy === undefined ? 0 : Math.round(accuracy)}`
}

function readFile(kind: FileKind, input: Input): Reading {
  if (input.type !== 'file' || (kind !== 'file' && input.kind !== kind)) return { problem: `needs_${kind}` }
  const { name, size, mimeType } = input.attachment
  if ((size ?? 0) > LARGEST_FILE) return { problem: 'file_too_big', most: LARGEST_FILE }
  return isTakenType(mimeType) ? { value: name } : { problem: 'file_unknown_type' }
}

/** Whether there is one more of what the repeat asks about. */
function readMore(series: Series, input: Input): Reading {
  const count = series.instances().length
  const typed = input.type === 'text' ? clean(input.text) : undefined
  const isMore = input.type === 'more' ? input.isMore : typed !== undefined && isYes(typed)
  const isEnough =
    input.type === 'more' ? !input.isMore : input.type === 'skip' || (typed !== undefined && isNo(typed))
  if (isMore && count < MOST_INSTANCES) return { value: instancesValue(count + 1, true) }
  return isEnough || isMore ? { value: instancesValue(count, false) } : { problem: 'needs_more' }
}

/** What was typed, without what no database and no reader can use: NULs, lone surrogates, outer blanks. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').normalize('NFC').trim()
}
