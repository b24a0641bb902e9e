import { type PlainType, QUESTION_TYPES } from './questionTypes.ts'

export type Container = 'group' | 'repeat' | 'loop'

/** What the type cell of a row says. */
export type RowType =
  | PlainType
  | { is: 'begin'; kind: Container; list?: string }
  | { is: 'end'; kind: Container }
  | SelectType
  | { is: 'select_without_list' }
  | { is: 'select_with_spaces'; list: string }

export interface SelectType {
  is: 'select'
  type: 'select_one' | 'select_multiple' | 'rank'
  list: string
  /** A choice "other" and a question for it are added. */
  other: boolean
  from: 'choices' | 'external' | 'file'
}

const CONTAINERS: Record<string, Container> = {
  group: 'group',
  lgroup: 'repeat',
  repeat: 'repeat',
  loop: 'loop',
  'looped group': 'repeat',
}
const BEGIN = /^begin[\s_](group|lgroup|repeat|loop|looped group)(?: (?:over )?(\S+))?$/
const END = /^end[\s_](group|lgroup|repeat|loop|looped group)$/

const ONE = { type: 'select_one', from: 'choices' } as const
const MULTIPLE = { type: 'select_multiple', from: 'choices' } as const
const SELECTS: Record<string, Pick<SelectType, 'type' | 'from'>> = {
  'add select one prompt using': ONE,
  'add select multiple prompt using': MULTIPLE,
  'select all that apply from': MULTIPLE,
  'select one from file': { type: 'select_one', from: 'file' },
  'select multiple from file': { type: 'select_multiple', from: 'file' },
  'select one from': ONE,
  select1: ONE,
  select_one_from_file: { type: 'select_one', from: 'file' },
  select_multiple_from_file: { type: 'select_multiple', from: 'file' },
  select_one_external: { type: 'select_one', from: 'external' },
  select_one: ONE,
  'select one': ONE,
  select_multiple: MULTIPLE,
  'select all that apply': MULTIPLE,
  rank: { type: 'rank', from: 'choices' },
}
/** Longer commands first: `select one from L` is no `select one` from a list called `from`. */
const COMMANDS = Object.keys(SELECTS)
  .sort((one, other) => other.length - one.length)
  .join('|')
const SELECT = new RegExp(`^(${COMMANDS}) (\\S+)( (?:or specify other|or_other|or other))?$`)
const SELECT_BADLY = new RegExp(`^(${COMMANDS})(?: (.+?)(?: (?:or specify other|or_other|or other))?)?$`)
const FILE = /^([^.]+)\.(?:csv|xml|geojson)$/

/** Types with a list and the marks of groups, to suggest when a type is mistyped. */
export const OTHER_TYPES = [
  ...['select_one', 'select_multiple', 'rank', 'select_one_from_file', 'select_multiple_from_file'],
  ...[
    'begin group',
    'end group',
    'begin repeat',
    'end repeat',
    'begin_group',
    'end_group',
    'begin_repeat',
    'end_repeat',
  ],
]

/** Reads a type cell, spaces collapsed; nothing when XLSForm has no such type. */
export function readType(text: string): RowType | undefined {
  const plain = QUESTION_TYPES.get(text)
  if (plain) return plain
  const begin = BEGIN.exec(text)
  if (begin) {
    const [, kind = '', list] = begin
    return { is: 'begin', kind: CONTAINERS[kind] as Container, ...(list !== undefined && { list }) }
  }
  const end = END.exec(text)
  if (end) return { is: 'end', kind: CONTAINERS[end[1] ?? ''] as Container }
  const select = SELECT.exec(text)
  if (select) {
    const [, command = '', list = '', other] = select
    return { is: 'select', ...(SELECTS[command] as typeof ONE), list, other: other !== undefined }
  }
  const badly = SELECT_BADLY.exec(text)
  if (!badly) return undefined
  return badly[2] === undefined ? { is: 'select_without_list' } : { is: 'select_with_spaces', list: badly[2] }
}

/** The name under which the rows of a file are known: `towns` of `towns.csv`; nothing when it is none of ODK's. */
export const fileStem = (file: string): string | undefined => FILE.exec(file)?.[1]
