import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'

/** Which parameters a type takes; a type that is not listed takes any. @see pyxform's constants */
const KNOWN: Record<string, readonly string[]> = {
  select: ['randomize', 'seed'],
  file: ['randomize', 'seed', 'value', 'label'],
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  text: ['rows'],
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'reference-geometry'],
}
/** No parameters are longer than this. */
const LONGEST = 1_000

const NUMBERS = new Set([
  'rows',
  'max-pixels',
  'capture-accuracy',
  'warning-accuracy',
  'start',
  'end',
  'step',
])
const BOOLEANS = new Set(['randomize', 'allow-mock-accuracy'])
const QUALITIES = new Set(['voice-only', 'low', 'normal', 'external'])
const CASE_SENSITIVE = new Set(['value', 'label', 'reference-geometry', 'app'])

/**
 * Reads `randomize=true seed=42`, parted by blanks, commas or semicolons. What cannot be read is told and left out.
 * @param type which parameters may be there: `select` or `file` for choices, else the type of the question
 */
export function readParameters(
  text: string,
  type: string,
  place: FormPlace,
  problems: ProblemList,
): Record<string, string> {
  const parameters = pairsOf(text)
  if (!parameters) {
    problems.error(place, { code: 'bad_parameters', found: text.slice(0, 100) })
    return {}
  }
  const known = KNOWN[type]
  for (const [parameter, value] of parameters) {
    if (known && !known.includes(parameter)) {
      problems.error(place, { code: 'unknown_parameter', parameter, known: known.join(', ') })
      parameters.delete(parameter)
    } else if (known && NUMBERS.has(parameter) && !isNumber(value)) {
      problems.error(place, { code: 'parameter_not_number', parameter, value })
      parameters.delete(parameter)
    } else if (known && BOOLEANS.has(parameter) && value !== 'true' && value !== 'false') {
      problems.error(place, { code: 'parameter_not_boolean', parameter, value })
      parameters.delete(parameter)
    } else if (parameter === 'quality' && !QUALITIES.has(value)) {
      problems.error(place, { code: 'bad_quality', value })
      parameters.delete(parameter)
    }
  }
  checkSeed(parameters, place, problems)
  return Object.fromEntries(parameters)
}

const isNumber = (text: string): boolean => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)

function checkSeed(parameters: Map<string, string>, place: FormPlace, problems: ProblemList): void {
  const seed = parameters.get('seed')
  if (seed === undefined) return
  if (!parameters.has('randomize')) problems.error(place, { code: 'seed_without_randomize' })
  else if (!isNumber(seed) && !/^\$\{[^${}]+\}$/.test(seed)) {
    problems.error(place, { code: 'bad_seed', value: seed })
    parameters.delete('seed')
  }
}

/** @returns nothing when the text is not made of `key=value` */
function pairsOf(text: string): Map<string, string> | undefined {
  const pairs = new Map<string, string>()
  if (text.length > LONGEST) return undefined
  const tokens = text.match(/=|[^\s=,;]+/g) ?? []
  for (let at = 0; at < tokens.length; at += 3) {
    const [key = '', equals, value] = tokens.slice(at, at + 3)
    if (equals !== '=' || key === '=' || value === undefined || value === '=' || key === '__proto__')
      return undefined
    const parameter = key.toLowerCase()
    pairs.set(
      parameter,
      CASE_SENSITIVE.has(parameter) || value.startsWith(`\${`) ? value : value.toLowerCase(),
    )
  }
  return pairs
}
