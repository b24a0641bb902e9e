import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'

const REFERENCE = /\$\{\s*(last-saved#)?([\p{L}_][\p{L}\p{M}\p{N}_.\-·:]*)\s*\}/uy

/**
 * A text with its `${name}` tidied: blanks inside the braces are gone. What begins like one and is none is a problem.
 * A chat knows no earlier form of the same device, so that `${last-saved#name}` is blank.
 * @param blank what stands for nothing: `''` in an expression, nothing in words
 */
export function readReferences(
  text: string,
  place: FormPlace,
  problems: ProblemList,
  blank: "''" | '',
): string {
  if (!text.includes(`\${`)) return text
  let tidy = ''
  let end = 0
  let isTold = false
  for (let at = text.indexOf(`\${`); at >= 0; at = text.indexOf(`\${`, Math.max(end, at + 2))) {
    REFERENCE.lastIndex = at
    const found = REFERENCE.exec(text)
    if (found) {
      const [whole, lastSaved, name = ''] = found
      if (lastSaved) problems.warn(place, { code: 'last_saved', name })
      tidy += text.slice(end, at) + (lastSaved ? blank : `\${${name}}`)
      end = at + whole.length
    } else if (!isTold) {
      problems.error(place, { code: 'bad_reference', found: text.slice(at, at + 40) })
      isTold = true
    }
  }
  return tidy + text.slice(end)
}
