import type { KnownHeaders } from './headerPath.ts'

/** The settings that mean something to us. */
export const SETTINGS_COLUMNS: ReadonlyMap<string, { column: string; languages?: true }> = new Map<
  string,
  { column: string; languages?: true }
>([
  ['title', { column: 'form_title', languages: true }],
  ['form_id', { column: 'form_id' }],
  ['version', { column: 'version' }],
  ['default_language', { column: 'default_language' }],
  ['allow_choice_duplicates', { column: 'allow_choice_duplicates' }],
  ['clean_text_values', { column: 'clean_text_values' }],
  ['public_key', { column: 'public_key' }],
  ['random_order', { column: 'random_order' }],
])

/** Settings of ODK, KoboToolbox and CHT that make no difference in a chat. */
export const SETTINGS_WITHOUT_EFFECT =
  /^(?:style|instance_name|instance_id|instance_xmlns|namespaces?|submission_url|auto_send|auto_delete|auto_submit|prefix|delimiter|compact_.*|sms_.*|name|path|omit_instanceid|client_editable|add_none_option|flat|attribute|allow_multiple|entity.*|kobo--.*|_.*|\$.*|#.*)$/i

/** @see pyxform's aliases.settings_header */
export const SETTINGS_HEADERS: KnownHeaders = {
  aliases: new Map<string, readonly string[]>([
    ['form_title', ['title']],
    ['set_form_title', ['title']],
    ['id_string', ['form_id']],
    ['set_form_id', ['form_id']],
  ]),
  names: new Set([
    ...['title', 'form_id', 'version', 'default_language', 'allow_choice_duplicates', 'clean_text_values'],
    ...['public_key', 'random_order', 'attribute'],
  ]),
}
