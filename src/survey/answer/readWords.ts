import type { Choice } from '../definition/definition.ts'
import type { Reading } from './reading.ts'

const YES = new Set('1 ya iya iyo y yes yup ok oke betul benar sudah ada'.split(' '))
const NO = new Set(
  '2 tidak tdk idak dak ndak gak gk ga ngga nggak engga enggak tak no n t bukan belum'.split(' '),
)

/** Whether the words people type for yes stand here; `1` is the first button. */
export const isYes = (typed: string) => YES.has(plain(typed))
/** Whether the words people type for no stand here; `2` is the second button. */
export const isNo = (typed: string) => NO.has(plain(typed))

/** Choices that mean yes and no take every word that people type for them: "iya", "tdk", "belum". */
function yesOrNo(offered: readonly Choice[], typed: string): Choice | undefined {
  const isSaid = isYes(typed) ? isYes : isNo(typed) ? isNo : undefined
  if (!isSaid || offered.length > MOST_BESIDE_YES_AND_NO) return undefined
  const means = (test: (words: string) => boolean) =>
    offered.filter((choice) => labels(choice).some((words) => WORDS_ALONE.test(words) && test(words)))
  const [yes, no] = [means(isYes), means(isNo)]
  return yes.length === 1 && no.length === 1 ? means(isSaid)[0] : undefined
}

/** "Ya", "Tidak" and one or two others, such as "Tidak tahu". */
const MOST_BESIDE_YES_AND_NO = 4
const WORDS_ALONE = /^[a-z]+$/

/** One choice by its number as shown, its words in any language, or a beginning that fits only one. */
export function readChoice(offered: readonly Choice[], typed: string): Reading {
  const found = findChoice(offered, typed) ?? yesOrNo(offered, typed)
  return found ? { value: found.name } : { problem: 'unknown_choice' }
}

/** Several choices: numbers or words separated by commas, `dan`, or (numbers only) blanks. */
export function readChoices(offered: readonly Choice[], typed: string): Reading {
  const whole = findChoice(offered, typed)
  if (whole) return { value: whole.name }
  const parts = new Set(/^[\d\s,;.]+$/.test(typed) ? typed.split(/[\s,;.]+/) : typed.split(/\s*[,;\n]\s*/))
  const found = new Set<Choice>()
  for (const part of parts) {
    if (part === '') continue
    // The words of a choice may hold a "dan" themselves: "Sopan dan ramah".
    const named = findChoice(offered, part) ?? joined(offered, part)
    // The first that is none ends the search: a message holds two thousand words, and everybody else waits.
    if (!named) return { problem: 'unknown_choice' }
    for (const choice of [named].flat()) found.add(choice)
  }
  if (found.size === 0) return { problem: 'unknown_choice' }
  const inListOrder = offered.filter((choice) => found.has(choice))
  return { value: inListOrder.map((choice) => choice.name).join(' ') }
}

/** The choices of words joined by `dan`; nothing as soon as one of them is none. */
function joined(choices: readonly Choice[], part: string): Choice[] | undefined {
  const found: Choice[] = []
  for (const words of part.split(/\s*(?:&|\bdan\b|\band\b)\s*/i).filter(Boolean)) {
    const choice = findChoice(choices, words)
    if (!choice) return undefined
    found.push(choice)
  }
  return found
}

function findChoice(offered: readonly Choice[], typed: string): Choice | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  if (/^\d{1,4}[.)]?$/.test(typed.trim())) {
    // Buttons are numbered as people see them. A year may be a choice too.
    const numbered = offered[Number.parseInt(typed, 10) - 1]
    return numbered ?? offered.find((choice) => labels(choice).includes(wanted))
  }
  const same = offered.find((choice) => choice.name === typed || labels(choice).includes(wanted))
  if (same) return same
  const beginning = offered.filter((choice) => labels(choice).some((label) => label.startsWith(wanted)))
  return wanted.length >= 3 && beginning.length === 1 ? beginning[0] : undefined
}

/** Choices never change and a list may hold two thousand: their words are made plain once, not at every look. */
const plainLabels = new WeakMap<Choice, string[]>()

function labels(choice: Choice): string[] {
  const known = plainLabels.get(choice)
  if (known) return known
  const made = Object.values(choice.label ?? {}).map(plain)
  plainLabels.set(choice, made)
  return made
}

/** How words are compared: without case, hyphens and closing signs, and "tdk" read as "tidak". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.!?]+$/, '')
    .replace(/[\s–—-]+/g, ' ')
    .replace(/\b(tdk|gak|nggak|enggak)\b(?=.)/g, 'tidak')
    .trim()
}
