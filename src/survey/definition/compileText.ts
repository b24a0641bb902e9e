import type { Expression } from '../expression/compileExpression.ts'
import type { Words } from './definition.ts'

/** Words by language with the answers to put in: a plain text, or texts and expressions by turns. */
export type Text = Readonly<Record<string, string | readonly (string | Expression)[]>>

export const NO_TEXT: Text = {}

/** What stands for something in words: `${name}`, or ODK's look-up of a choice. */
const PIPED =
  /\$\{[^{}]{1,250}\}|instance\([^()]{1,200}\)\/root\/item\[[^[\]]{1,500}\]\/[\p{L}\p{N}_.-]{1,200}/gu

/** Most answers in one text; more stay as they are written. */
const MOST = 200

/** @param compile compiles an expression found in the words of a language; nothing when it has a fault */
export function compileText(
  words: Words | undefined,
  compile: (source: string, language: string) => Expression | undefined,
): Text {
  if (!words) return NO_TEXT
  return Object.fromEntries(
    Object.entries(words).map(([language, said]) => [
      language,
      partsOf(said, (source) => compile(source, language)),
    ]),
  )
}

function partsOf(said: string, compile: (source: string) => Expression | undefined) {
  if (!said.includes('${') && !said.includes('instance(')) return said
  const parts: (string | Expression)[] = []
  let end = 0
  for (const match of said.matchAll(PIPED)) {
    if (parts.length >= 2 * MOST) break
    const expression = compile(match[0])
    parts.push(said.slice(end, match.index), expression ?? match[0])
    end = match.index + match[0].length
  }
  return [...parts, said.slice(end)]
}
