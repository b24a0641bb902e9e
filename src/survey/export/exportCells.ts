import type { CellToWrite } from '../../spreadsheet/sheetToXml.ts'
import type { ResultQuestion } from '../results/resultForm.ts'
import type { Column } from './exportColumns.ts'
import { plainNumber } from './plainNumber.ts'
import { spssCodes } from './spssCodes.ts'

/** How the answers of a column are written. */
export interface CellWriter {
  /** With codes, as programs want it. */
  code(value: string): CellToWrite
  /** With the words of choices, as people read it. */
  words(value: string): CellToWrite
  /** With numbers for choices, and texts on one line: SPSS takes the end of a line for the end of a case. */
  spss(value: string): CellToWrite
}

/**
 * Writes the answers of a column.
 * @param wordsOf the words of a choice in the language of the export
 */
export function cellWriter(
  { holds, question, option }: Column,
  wordsOf: (question: ResultQuestion, code: string) => string,
): CellWriter {
  const same = (write: (value: string) => CellToWrite): CellWriter => ({
    code: write,
    words: write,
    spss: write,
  })
  const asText = (value: string) => value
  const codes = (value: string) => value.split(' ').filter(Boolean)
  const part = option?.code ?? ''
  switch (holds) {
    case 'code': {
      const numbers = spssCodes(question)
      return {
        code: plainNumber,
        words: remembered((value) => wordsOf(question, value)),
        spss: question.isOpen ? oneLine : (value) => numbers.get(value),
      }
    }
    case 'codes':
      return {
        code: asText,
        spss: asText,
        words: remembered((value) =>
          codes(value)
            .map((code) => wordsOf(question, code))
            .join('; '),
        ),
      }
    case 'ranking':
      return {
        code: asText,
        spss: asText,
        words: remembered((value) =>
          codes(value)
            .map((code, index) => `${index + 1}. ${wordsOf(question, code)}`)
            .join('; '),
        ),
      }
    case 'time':
      return same((value) => value.slice(0, 'HH:MM:SS'.length))
    case 'number':
      return same(numberOrText)
    case 'computed':
      return same(plainNumber)
    case 'flag':
      return same((value) => (value === '' ? null : 1))
    case 'chosen':
      return same((value) => (value === '' ? null : Number(` ${value} `.includes(` ${part} `))))
    case 'place':
      return same((value) => codes(value).indexOf(part) + 1 || null)
    case 'latitude':
    case 'longitude':
    case 'altitude':
    case 'accuracy': {
      const at = ['latitude', 'longitude', 'altitude', 'accuracy'].indexOf(holds)
      return same((value) => plainNumber(codes(value)[at] ?? ''))
    }
    default:
      return { ...same(asText), spss: oneLine }
  }
}

const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim()

/** The answer to a question for a number; so many digits that a number would lose some stay a text. */
function numberOrText(value: string): CellToWrite {
  const number = Number(value)
  const isExact = Number.isFinite(number) && (Number.isSafeInteger(number) || !Number.isInteger(number))
  return isExact ? number : value
}

/** Most answers that are remembered with their words. */
const MOST_KEPT = 1_000

/** The few different answers to a choice come again and again. */
function remembered(say: (value: string) => string): (value: string) => CellToWrite {
  const known = new Map<string, string>()
  return (value) => {
    if (value === '') return null
    const found = known.get(value)
    if (found !== undefined) return found
    const words = say(value)
    if (known.size < MOST_KEPT) known.set(value, words)
    return words
  }
}
