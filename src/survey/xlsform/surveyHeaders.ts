import type { KnownHeaders } from './headerPath.ts'

/** A column of our own: other answers than those on the list are taken as they are written. */
export const OPEN = 'suluh_open'

/** The columns of the survey sheet that are read, by their path; `true` for those that have languages. */
export const SURVEY_COLUMNS: ReadonlyMap<string, { column: string; languages?: true }> = new Map([
  ...['type', 'name', 'default', 'trigger', 'choice_filter', 'parameters', 'disabled', OPEN].map(
    (column) => [column, { column }] as const,
  ),
  ...['label', 'hint', 'guidance_hint', 'short_label'].map((column) => [column, translated(column)] as const),
  ...['image', 'big-image', 'audio', 'video'].map(
    (column) => [`media::${column}`, translated(column)] as const,
  ),
  ['bind::relevant', { column: 'relevant' }],
  ['bind::required', { column: 'required' }],
  ['bind::jr:requiredmsg', translated('required_message')],
  ['bind::constraint', { column: 'constraint' }],
  ['bind::jr:constraintmsg', translated('constraint_message')],
  ['bind::readonly', { column: 'read_only' }],
  ['bind::calculate', { column: 'calculation' }],
  ['bind::entities:saveto', { column: 'save_to' }],
  ['control::appearance', { column: 'appearance' }],
  ['control::jr:count', { column: 'repeat_count' }],
])

/** @see pyxform's aliases.survey_header */
export const SURVEY_HEADERS: KnownHeaders = {
  aliases: new Map<string, readonly string[]>([
    ['read_only', ['bind', 'readonly']],
    ['readonly', ['bind', 'readonly']],
    ['relevant', ['bind', 'relevant']],
    ['relevance', ['bind', 'relevant']],
    ['required', ['bind', 'required']],
    ['required_message', ['bind', 'jr:requiredMsg']],
    ['requiredmsg', ['bind', 'jr:requiredMsg']],
    ['constraint', ['bind', 'constraint']],
    ['constraint_message', ['bind', 'jr:constraintMsg']],
    ['constraining_message', ['bind', 'jr:constraintMsg']],
    ['calculation', ['bind', 'calculate']],
    ['calculate', ['bind', 'calculate']],
    ['save_to', ['bind', 'entities:saveto']],
    ['caption', ['label']],
    ['command', ['type']],
    ['tag', ['name']],
    ['value', ['name']],
    ['appearance', ['control', 'appearance']],
    ['body', ['control']],
    ['count', ['control', 'jr:count']],
    ['repeat_count', ['control', 'jr:count']],
    ['jr:count', ['control', 'jr:count']],
    ['image', ['media', 'image']],
    ['big-image', ['media', 'big-image']],
    ['audio', ['media', 'audio']],
    ['video', ['media', 'video']],
  ]),
  names: new Set([
    ...[
      'type',
      'name',
      'label',
      'hint',
      'guidance_hint',
      'short_label',
      'default',
      'trigger',
      'choice_filter',
    ],
    ...['parameters', 'disabled', OPEN, 'bind', 'control', 'media', 'instance'],
  ]),
}

function translated(column: string) {
  return { column, languages: true } as const
}
