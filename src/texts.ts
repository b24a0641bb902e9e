import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type i18n } from 'i18next'
import type indonesian from '../locales/id.json'
import { escapeHtml, type Html } from './message/html.ts'
import { packageRoot } from './packageRoot.ts'

/** The languages of the interface; the first is the one people get unless they choose. */
export const LANGUAGES = ['id', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

type KeysOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : KeysOf<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** Every text there is, by its place in `locales/id.json`. */
export type TextKey = KeysOf<typeof indonesian>

type Values = Record<string, string | number>

/** The texts in one language. */
export interface Speak {
  language: Language
  /** The language in which the reader has surveys said, as spreadsheets call it; others than the interface's too. */
  reads: string
  /** A text for a message. The values put in are escaped; the text itself may hold Telegram's HTML tags. */
  html(key: TextKey, values?: Values): Html
  /** A text for a button or a toast, where Telegram reads no HTML. */
  plain(key: TextKey, values?: Values): string
}

export type Texts = (language: Language) => Speak

/**
 * Reads `locales/` and gives the texts by language.
 * @throws when a locale file is missing or not JSON
 */
export async function loadTexts(folder = join(packageRoot, 'locales')): Promise<Texts> {
  const translations = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      { translation: JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) },
    ]),
  )
  const instance = i18next.createInstance()
  await instance.init({
    resources: translations,
    lng: LANGUAGES[0],
    fallbackLng: LANGUAGES[0],
    returnNull: false,
  })
  const speakers = new Map(LANGUAGES.map((language) => [language, speakIn(instance, language)]))
  return (language) => speakers.get(language) as Speak
}

/** The interface language for a stored or announced language code; Indonesian for all that is unknown. */
export function languageOf(code: string | null | undefined): Language {
  return LANGUAGES.find((language) => language === code) ?? LANGUAGES[0]
}

function speakIn(instance: i18n, language: Language): Speak {
  const translate = instance.getFixedT(language)
  const templates = new Map<TextKey, string[]>()

  /** The text of a key, cut at its placeholders: words and names of values by turns. Looked up once. */
  function templateOf(key: TextKey): string[] {
    const known = templates.get(key)
    if (known) return known
    const template = String(translate(key, { skipInterpolation: true })).split(/\{\{(\w+)\}\}/)
    templates.set(key, template)
    return template
  }

  /** Puts the values in. A value is only ever text: what looks like a placeholder in it stays as it was written. */
  function fill(key: TextKey, values: Values, write: (value: string) => string): string {
    const [first = '', ...rest] = templateOf(key)
    let text = first
    for (let place = 0; place < rest.length; place += 2) {
      const value = values[rest[place] ?? '']
      text += (value === undefined ? '' : write(String(value))) + rest[place + 1]
    }
    return text
  }

  return {
    language,
    reads: language,
    html: (key, values = {}) => fill(key, values, escapeHtml) as Html,
    plain: (key, values = {}) => fill(key, values, String),
  }
}
