import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type i18n, type TOptions } from 'i18next'
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
    interpolation: { escape: escapeHtml },
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
  // Most texts have nothing to put in: they are looked up once, for each is said many times a second.
  const fixed = new Map<TextKey, string>()

  function say(key: TextKey, values: Values | undefined, options: TOptions): string {
    if (values) return String(translate(key, { ...values, ...options }))
    const known = fixed.get(key)
    if (known !== undefined) return known
    const text = String(translate(key, options))
    fixed.set(key, text)
    return text
  }

  return {
    language,
    html: (key, values) => say(key, values, ESCAPED) as Html,
    plain: (key, values) => say(key, values, AS_IT_IS),
  }
}

const ESCAPED: TOptions = {}
const AS_IT_IS: TOptions = { interpolation: { escapeValue: false } }
