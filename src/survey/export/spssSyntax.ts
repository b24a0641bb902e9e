import { clip } from '../../message/clip.ts'

/** A variable as SPSS is told of it. */
export interface SpssVariable {
  name: string
  /** How it is read and shown: `F8.0`, `A120`, `SDATE10`, `TIME8`. */
  format: string
  label?: string
  values?: readonly (readonly [code: number, label: string])[]
}

/** Variables that are the answers to one question. */
export interface MultipleSet {
  name: string
  label: string
  variables: readonly string[]
}

/** Characters that SPSS shows of labels; it knows up to 255 and 120 bytes, and a command line should not pass 256. */
const LONGEST = { label: 120, value: 60, set: 60 }

/**
 * The commands that read a CSV file with a header line and name its variables and values.
 * @see IBM SPSS Statistics, Command Syntax Reference: GET DATA, VARIABLE LABELS, VALUE LABELS, MRSETS
 */
export function spssSyntax({
  title,
  file,
  variables,
  sets,
}: {
  title: string
  file: string
  variables: readonly SpssVariable[]
  sets: readonly MultipleSet[]
}): string {
  const labels = variables.flatMap(({ name, label }) =>
    label ? [`  /${name} ${quoted(label, LONGEST.label)}`] : [],
  )
  const values = variables.flatMap(({ name, values: given = [] }) =>
    given.length > 0
      ? [`  /${name}`, ...given.map(([code, label]) => `    ${code} ${quoted(label, LONGEST.value)}`)]
      : [],
  )
  // Read without decimals: with some, SPSS would put a decimal point into numbers that have none.
  const read = variables.map(({ name, format }) => `    ${name} ${format.replace(/^F.*/, 'F16.0')}`)
  const shown = variables.filter(({ format }) => format.startsWith('F'))
  const nominal = variables.filter(({ values: given }) => given !== undefined).map(({ name }) => name)
  return `${[
    '* Encoding: UTF-8.',
    `* ${clip(title.replace(/[\s.]+/g, ' ').trim(), LONGEST.label)}.`,
    '* Keep this file and the CSV file in one folder, make it the working folder with CD, then run all.',
    'SET DECIMAL=DOT.',
    [
      'GET DATA',
      '  /TYPE=TXT',
      `  /FILE=${quoted(file, 200)}`,
      `  /ENCODING='UTF8'`,
      '  /DELCASE=LINE',
      '  /DELIMITERS=","',
      `  /QUALIFIER='"'`,
      '  /ARRANGEMENT=DELIMITED',
      '  /FIRSTCASE=2',
      '  /VARIABLES=',
      `${read.join('\n')}.`,
    ].join('\n'),
    shown.length > 0 && `FORMATS\n${shown.map(({ name, format }) => `  ${name} (${format})`).join('\n')}.`,
    labels.length > 0 && `VARIABLE LABELS\n${labels.join('\n').replace('  /', '  ')}.`,
    values.length > 0 && `VALUE LABELS\n${values.join('\n')}.`,
    nominal.length > 0 && `VARIABLE LEVEL\n${nominal.map((name) => `  ${name}`).join('\n')} (NOMINAL).`,
    ...sets.map(
      ({ name, label, variables: of }) =>
        `MRSETS\n  /MDGROUP NAME=$${name.slice(0, 60)} LABEL=${quoted(label, LONGEST.set)}\n   VARIABLES=${of.join('\n    ')} VALUE=1.`,
    ),
    'EXECUTE.',
  ]
    .filter(Boolean)
    .join('\n\n')}\n`
}

/** A text in apostrophes, on one line. */
const quoted = (text: string, longest: number): string =>
  `'${clip(text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), longest).replaceAll("'", "''")}'`
