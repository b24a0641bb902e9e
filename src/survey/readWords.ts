import type { Choice } from './definition.ts'
import type { Reading } from './reading.ts'
import type { Question } from './survey.ts'

const YES = new Set('1 ya iya iyo y yes yup ok oke betul benar sudah ada'.split(' '))
const NO = new Set(
  '2 tidak tdk idak dak ndak gak gk ga ngga nggak engga enggak tak no n t bukan belum'.split(' '),
)

/** Whether the words people type for yes stand here; `1` is the first button. */
export const isYes = (typed: string) => YES.has(plain(typed))
/** Whether the words people type for no stand here; `2` is the second button. */
export const isNo = (typed: string) => NO.has(plain(typed))

/** One choice by its number as shown, its words in any language, or a beginning that fits only one. */
export function readChoice(question: Question, typed: string): Reading {
  const found = findChoice(question.choices, typed)
  return found ? { value: found.name } : { problem: 'unknown_choice' }
}

/** Several choices: numbers or words separated by commas, `dan`, or (numbers only) blanks. */
export function readChoices(question: Question, typed: string): Reading {
  const whole = findChoice(question.choices, typed)
  if (whole) return { value: whole.name }
  const parts = /^[\d\s,;.]+$/.test(typed)
    ? typed.split(/[\s,;.]+/)
    : typed.split(/\s*[,;\n]\s*/).flatMap((part) =>
        // The words of a choice may hold a "dan" themselves: "Sopan dan ramah".
        findChoice(question.choices, part) ? [part] : part.split(/\s*(?:&|\bdan\b|\band\b)\s*/i),
      )
  const found = parts.filter(Boolean).map((part) => findChoice(question.choices, part))
  if (found.length === 0 || found.includes(undefined)) return { problem: 'unknown_choice' }
  const inListOrder = question.choices.filter((choice) => found.includes(choice))
  return { value: inListOrder.map((choice) => choice.name).join(' ') }
}

function findChoice(choices: readonly Choice[], typed: string): Choice | undefined {
  const offered = choices.filter((choice) => !choice.retired)
  const wanted = plain(typed)
  if (wanted === '') return undefined
  if (/^\d{1,4}[.)]?$/.test(typed.trim())) {
    // Buttons are numbered as people see them: a retired choice has no number. A year may be a choice too.
    const numbered = offered[Number.parseInt(typed, 10) - 1]
    return numbered ?? offered.find((choice) => labels(choice).includes(wanted))
  }
  const same = offered.find((choice) => choice.name === typed || labels(choice).includes(wanted))
  if (same) return same
  const beginning = offered.filter((choice) => labels(choice).some((label) => label.startsWith(wanted)))
  return wanted.length >= 3 && beginning.length === 1 ? beginning[0] : undefined
}

const labels = (choice: Choice) => Object.values(choice.label).map(plain)

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
