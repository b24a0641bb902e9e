import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../src/message/html.ts'
import { packageRoot } from '../src/packageRoot.ts'
import { LANGUAGES, type Language, languageOf, loadTexts, type TextKey } from '../src/texts.ts'

interface Tree {
  [key: string]: string | Tree
}

const flat = (tree: Tree, prefix = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
const readLocale = (language: Language) =>
  new Map(flat(JSON.parse(readFileSync(join(packageRoot, 'locales', `${language}.json`), 'utf8'))))

const locales = new Map(LANGUAGES.map((language) => [language, readLocale(language)]))
const indonesian = locales.get('id') as Map<string, string>
const everyText = [...locales].flatMap(([language, texts]) =>
  [...texts].map(([key, text]) => ({ language, key, text })),
)
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const sources = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !/generated|sandbox/.test(file))
  .map((file) => readFileSync(join(packageRoot, 'src', file), 'utf8'))
  .join('\n')

/** Keys of texts that the program says by one method, `group.${…}` standing for the whole group. */
function saidBy(method: 'plain' | 'html'): Set<string> {
  const keys = new Set<string>()
  const calls = sources.matchAll(new RegExp(`\\bspeak\\.${method}\\(([^)]*)`, 'gs'))
  for (const [, given = ''] of calls) {
    for (const [, literal = ''] of given.matchAll(/'(\w+\.\w+)'/g)) keys.add(literal)
    const [, group] = /`(\w+\.)\$\{/.exec(given) ?? []
    if (group) for (const key of indonesian.keys()) if (key.startsWith(group)) keys.add(key)
  }
  return keys
}

describe('the languages', () => {
  test.each(LANGUAGES)('%s has every text, and no other', (language) => {
    expect([...(locales.get(language)?.keys() ?? [])].sort()).toEqual([...indonesian.keys()].sort())
  })

  test.each(everyText)('$language $key names the same values as Indonesian', ({ key, text }) => {
    expect(placeholders(text)).toEqual(placeholders(indonesian.get(key) ?? ''))
    expect(text.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]|\$t\(/)
  })

  test.each(everyText)('$language $key says something, without blanks around it', ({ key, text }) => {
    expect(text).toMatch(/\S/)
    // What follows another text begins with the empty line between them.
    expect(text).toBe(key === 'help.admin' ? `\n\n${text.trim()}` : text.trim())
  })

  test.each(everyText)('$language $key holds only tags that Telegram knows, closed in order', ({ text }) => {
    const open: string[] = []
    for (const [tag, slash, name = ''] of text.matchAll(/<(\/?)([^>]*)>/g)) {
      expect(tag).toMatch(/^<\/?(b|i|u|s|code|pre|tg-spoiler|blockquote)>$/)
      if (slash) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
    expect(text.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot);/g, '')).not.toMatch(/[<>&]/)
  })
})

describe('what the program says', () => {
  test('is there, and nothing is there that nobody says', () => {
    const said = new Set([...saidBy('plain'), ...saidBy('html')])
    expect([...said].filter((key) => !indonesian.has(key))).toEqual([])
    expect([...indonesian.keys()].filter((key) => !sources.includes(key) && !said.has(key))).toEqual([])
  })

  test('on buttons, in toasts and in the lists of Telegram has no tags, which would be shown as they are', () => {
    const plain = saidBy('plain')
    expect(plain.size).toBeGreaterThan(20)
    const marked = everyText.filter(({ key, text }) => plain.has(key) && /[<>]|&\w+;/.test(text))
    expect(marked).toEqual([])
  })

  const longest = (group: string, most: number) =>
    everyText.filter(({ key, text }) => key.startsWith(group) && plainText(text as never).length > most)

  test('about itself fits what Telegram allows', () => {
    expect(everyText.filter(({ key }) => key.startsWith('commands.')).length).toBeGreaterThan(8)
    expect(longest('commands.', 256)).toEqual([])
    expect(longest('bot.description', 512)).toEqual([])
    expect(longest('bot.shortDescription', 120)).toEqual([])
  })

  test('in toasts fits the 200 characters that Telegram shows', () => {
    for (const key of [
      'draft.stale',
      'draft.staleRecorded',
      'fallback.oldButton',
      'fallback.errorToast',
      'survey.recorded',
    ])
      expect(longest(key, 190)).toEqual([])
  })
})

describe('values in texts', async () => {
  const texts = await loadTexts()
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('{{name}}', '$t(bot.description)', '<b>', '&', '$&', '$1', '$$', 'a', '"', '/', "'"),
      )
      .map((all) => all.join('')),
  )

  test.each(LANGUAGES)('in %s stay what somebody wrote, whatever it was', (language) => {
    const speak = texts(language)
    const frame = speak.html('survey.chosen', { value: '@' })
    fc.assert(
      fc.property(values, (value) => {
        expect(plainText(speak.html('survey.chosen', { value }))).toBe(frame.replace('@', () => value))
        expect(speak.plain('survey.chosen', { value })).toBe(frame.replace('@', () => value))
      }),
    )
  })

  test('are escaped in messages and not on buttons, in whichever order they are said', () => {
    const speak = texts('id')
    const unit = { unit: 'A & B <i>', n: 3 }
    for (let twice = 0; twice < 2; twice++) {
      expect(speak.plain('results.unitButton', unit)).toBe('A & B <i> (3)')
      expect(speak.html('results.unitButton', unit)).toBe('A &amp; B &lt;i&gt; (3)')
    }
  })

  test('are all put in, counts too', () => {
    for (const { language, key, text } of everyText) {
      const given = Object.fromEntries(placeholders(text).map((name) => [name ?? '', 2]))
      const said = texts(language).html(key as TextKey, given)
      expect(said).toBe(text.replace(/\{\{\w+\}\}/g, '2'))
    }
  })
})

test.each([
  ['id', 'id'],
  ['en', 'en'],
  ['jv', 'id'],
  ['en-GB', 'id'],
  ['', 'id'],
  [null, 'id'],
  [undefined, 'id'],
])('who is known to speak %o is spoken to in %s', (code, language) => {
  expect(languageOf(code)).toBe(language)
})
