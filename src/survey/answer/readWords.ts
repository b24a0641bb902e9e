import type { Option } from '../definition/survey.ts'
import { CHOICES_A_PAGE } from './choicesAPage.ts'
import { plainLabels, plainWords } from './plainWords.ts'
import type { Reading } from './reading.ts'
import { searchChoices, turnsAround } from './searchChoices.ts'

const YES = new Set('1 ya iya iyo y yes yup ok oke betul benar sudah ada'.split(' '))
const NO = new Set(
  '2 tidak tdk idak dak ndak gak gk ga ngga nggak engga enggak tak no n t bukan belum'.split(' '),
)

/** Whether the words people type for yes stand here; `1` is the first button. */
export const isYes = (typed: string) => YES.has(plainWords(typed))
/** Whether the words people type for no stand here; `2` is the second button. */
export const isNo = (typed: string) => NO.has(plainWords(typed))

/** Choices that mean yes and no take every word that people type for them: "iya", "tdk", "belum". */
function yesOrNo(offered: readonly Option[], typed: string): Option | undefined {
  const isSaid = isYes(typed) ? isYes : isNo(typed) ? isNo : undefined
  if (!isSaid || offered.length > MOST_BESIDE_YES_AND_NO) return undefined
  const means = (test: (words: string) => boolean) =>
    offered.filter((choice) => plainLabels(choice).some((words) => WORDS_ALONE.test(words) && test(words)))
  const [yes, no] = [means(isYes), means(isNo)]
  return yes.length === 1 && no.length === 1 ? means(isSaid)[0] : undefined
}

/** "Ya", "Tidak" and one or two others, such as "Tidak tahu". */
const MOST_BESIDE_YES_AND_NO = 4
const WORDS_ALONE = /^[a-z]+$/

/**
 * One choice by its number as shown, its words in any language, or a part of them that only it holds. Of several that
 * hold it, the first ones are offered.
 */
export function readChoice(offered: readonly Option[], typed: string): Reading {
  const named = findChoice(offered, typed) ?? yesOrNo(offered, typed)
  if (named) return { value: named.name }
  const found = searchChoices(offered, typed)
  const [only] = found
  if (!only) return { problem: offered.length > CHOICES_A_PAGE ? 'no_such_choice' : 'unknown_choice' }
  const isPlain = plainWords(typed).length >= SURE_LETTERS && !turnsAround(only, typed)
  if (found.length === 1 && isPlain) return { value: only.name }
  return { problem: 'several_choices', found: found.slice(0, CHOICES_A_PAGE), count: found.length }
}

/** Letters of a choice that are enough to mean it. */
const SURE_LETTERS = 3

/** Several choices: numbers or words separated by commas, `dan`, or (numbers only) blanks. */
export function readChoices(offered: readonly Option[], typed: string): Reading {
  const whole = findChoice(offered, typed)
  if (whole) return { value: whole.name }
  const parts = new Set(/^[\d\s,;.]+$/.test(typed) ? typed.split(/[\s,;.]+/) : typed.split(/\s*[,;\n]\s*/))
  const found = new Set<Option>()
  for (const part of parts) {
    if (part === '') continue
    // The words of a choice may hold a "dan" themselves: "Sopan dan ramah".
    const named = findChoice(offered, part) ?? joined(offered, part)
    // The first that is none ends the search: a message holds two thousand words, and everybody else waits.
    if (!named) return parts.size === 1 ? readChoice(offered, typed) : { problem: 'unknown_choice' }
    for (const choice of [named].flat()) found.add(choice)
  }
  if (found.size === 0) return { problem: 'unknown_choice' }
  const inListOrder = offered.filter((choice) => found.has(choice))
  return { value: inListOrder.map((choice) => choice.name).join(' ') }
}

/** The choices of words joined by `dan`; nothing as soon as one of them is none. */
function joined(choices: readonly Option[], part: string): Option[] | undefined {
  const found: Option[] = []
  for (const words of part.split(/\s*(?:&|\bdan\b|\band\b)\s*/i).filter(Boolean)) {
    const choice = findChoice(choices, words)
    if (!choice) return undefined
    found.push(choice)
  }
  return found
}

function findChoice(offered: readonly Option[], typed: string): Option | undefined {
  const wanted = plainWords(typed)
  if (wanted === '') return undefined
  if (/^\d{1,4}[.)]?$/.test(typed.trim())) {
    // Buttons are numbered as people see them. A year may be a choice too.
    const numbered = offered[Number.parseInt(typed, 10) - 1]
    return numbered ?? offered.find((choice) => plainLabels(choice).includes(wanted))
  }
  let beginning: Option | undefined
  let isOnly = wanted.length >= SURE_LETTERS
  for (const choice of offered) {
    if (choice.name === typed) return choice
    for (const label of plainLabels(choice)) {
      if (!label.startsWith(wanted)) continue
      if (label.length === wanted.length) return choice
      if (beginning && beginning !== choice) isOnly = false
      beginning = choice
    }
  }
  return isOnly ? beginning : undefined
}
