import { describe, expect, test } from 'vitest'
import { detectEntities } from '../../../src/sandbox/telegram/text/detectEntities.ts'
import { readText } from '../../../src/sandbox/telegram/text/formatText.ts'
import { meetTelegram } from './meet.ts'

const read = (text: string, parse_mode: string) => readText({ text, parse_mode })
const problemOf = (text: string, parse_mode: string) => {
  try {
    return readText({ text, parse_mode })
  } catch (fault) {
    return (fault as Error).message
  }
}

describe('HTML is read as Telegram reads it', () => {
  test.each([
    ['<b>Halo</b> Siti', 'Halo Siti', [{ type: 'bold', offset: 0, length: 4 }]],
    ['<STRONG>a</STRONG>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['😀 <i>miring</i>', '😀 miring', [{ type: 'italic', offset: 3, length: 6 }]],
    [
      '<b>tebal <i>dan miring</i></b>',
      'tebal dan miring',
      [
        { type: 'bold', offset: 0, length: 16 },
        { type: 'italic', offset: 6, length: 10 },
      ],
    ],
    ['a &lt; b &amp;&amp; c &gt; d &quot;e&quot;', 'a < b && c > d "e"', []],
    ['&#65;&#x42; &nbsp; &copy; &', 'AB &nbsp; &copy; &', []],
    ['<b></b>kosong', 'kosong', []],
    ['satu\r\n<b>dua</b>', 'satu\ndua', [{ type: 'bold', offset: 5, length: 3 }]],
    [
      '<a href="https://example.com/a?b=1&amp;c=2">tautan</a>',
      'tautan',
      [{ type: 'text_link', offset: 0, length: 6, url: 'https://example.com/a?b=1&c=2' }],
    ],
    [
      "<a href='tg://user?id=42'>Siti</a>",
      'Siti',
      [{ type: 'text_mention', offset: 0, length: 4, user: { id: 42, is_bot: false, first_name: '' } }],
    ],
    ['<a href="tanpa tujuan">kata</a>', 'kata', []],
    [
      '<pre><code class="language-ts">x = 1</code></pre>',
      'x = 1',
      [{ type: 'pre', offset: 0, length: 5, language: 'ts' }],
    ],
    ['<code>x</code>', 'x', [{ type: 'code', offset: 0, length: 1 }]],
    ['<span class="tg-spoiler">rahasia</span>', 'rahasia', [{ type: 'spoiler', offset: 0, length: 7 }]],
    [
      '<blockquote expandable>kutipan</blockquote>',
      'kutipan',
      [{ type: 'expandable_blockquote', offset: 0, length: 7 }],
    ],
    ['<b>x</> y', 'x y', [{ type: 'bold', offset: 0, length: 1 }]],
    ['  \n<u>x</u>  \n', 'x', [{ type: 'underline', offset: 0, length: 1 }]],
  ])('%s', (source, text, entities) => {
    expect(read(source, 'HTML')).toEqual({ text, entities })
  })

  test.each([
    ['a <b>tebal', `Can't find end tag corresponding to start tag "b"`],
    ['é <foo>x</foo>', 'Unsupported start tag "foo" at byte offset 3'],
    ['usia < 17 tahun', 'Unsupported start tag "" at byte offset 5'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<b>a</b></i>', 'Unexpected end tag at byte offset 8'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href=a_b>x</a>', 'Unexpected end of name token at byte offset 8'],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('%s is refused', (source, problem) => {
    expect(problemOf(source, 'html')).toBe(`Bad Request: can't parse entities: ${problem}`)
  })
})

describe('MarkdownV2 is read as Telegram reads it', () => {
  test.each([
    [
      '*tebal* _miring_',
      'tebal miring',
      [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'italic', offset: 6, length: 6 },
      ],
    ],
    [
      '__garis__ ~coret~ ||rahasia||',
      'garis coret rahasia',
      [
        { type: 'underline', offset: 0, length: 5 },
        { type: 'strikethrough', offset: 6, length: 5 },
        { type: 'spoiler', offset: 12, length: 7 },
      ],
    ],
    [
      '*a _b_ c*',
      'a b c',
      [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'italic', offset: 2, length: 1 },
      ],
    ],
    ['selesai\\. 1 \\+ 1', 'selesai. 1 + 1', []],
    ['`a*b`', 'a*b', [{ type: 'code', offset: 0, length: 3 }]],
    ['```ts\nx = 1\n```', 'x = 1', [{ type: 'pre', offset: 0, length: 5, language: 'ts' }]],
    [
      '[sini](https://example.com/a\\)b)',
      'sini',
      [{ type: 'text_link', offset: 0, length: 4, url: 'https://example.com/a)b' }],
    ],
    ['>satu\n>dua', 'satu\ndua', [{ type: 'blockquote', offset: 0, length: 8 }]],
  ])('%s', (source, text, entities) => {
    expect(read(source, 'MarkdownV2')).toEqual({ text, entities })
  })

  test.each([
    ['Halo.', `Character '.' is reserved and must be escaped with the preceding '\\'`],
    ['a > b', `Character '>' is reserved and must be escaped with the preceding '\\'`],
    ['é *tebal', `Can't find end of Bold entity at byte offset 3`],
    ['```ts\nx', `Can't find end of PreCode entity at byte offset 0`],
    ['[a](https://example.com', `Can't find end of a URL at byte offset 4`],
  ])('%s is refused', (source, problem) => {
    expect(problemOf(source, 'MarkdownV2')).toBe(`Bad Request: can't parse entities: ${problem}`)
  })
})

describe('the first Markdown is read as Telegram reads it', () => {
  test.each([
    [
      '*tebal* dan _miring_',
      'tebal dan miring',
      [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'italic', offset: 10, length: 6 },
      ],
    ],
    ['2 \\* 3. Selesai!', '2 * 3. Selesai!', []],
    [
      '[sini](http://example.com/)',
      'sini',
      [{ type: 'text_link', offset: 0, length: 4, url: 'http://example.com/' }],
    ],
    ['```\nkode\n```', 'kode', [{ type: 'pre', offset: 0, length: 4 }]],
  ])('%s', (source, text, entities) => {
    expect(read(source, 'Markdown')).toEqual({ text, entities })
  })

  test('an open entity is refused', () => {
    expect(problemOf('é nama_siti', 'Markdown')).toBe(
      "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 7",
    )
  })
})

describe('Telegram finds in plain text', () => {
  test.each([
    ['/start survei-7', [['bot_command', '/start']]],
    ['coba /hasil@suluh_bot ya', [['bot_command', '/hasil@suluh_bot']]],
    ['km/jam dan </b>', []],
    ['tanya @bupati_bungo saja', [['mention', '@bupati_bungo']]],
    [
      '#layanan #2026 #PBB2026',
      [
        ['hashtag', '#layanan'],
        ['hashtag', '#PBB2026'],
      ],
    ],
    ['buka https://bungokab.go.id/skm?x=1.', [['url', 'https://bungokab.go.id/skm?x=1']]],
    ['buka bungokab.go.id, lalu', [['url', 'bungokab.go.id']]],
    ['surat ke dinas@bungokab.go.id', [['email', 'dinas@bungokab.go.id']]],
    ['biaya $USD 5', [['cashtag', '$USD']]],
    ['pukul 08.00-12.30', []],
  ])('%s', (text, expected) => {
    const found = detectEntities(text).map(({ type, offset, length }) => [
      type,
      text.slice(offset, offset + length),
    ])
    expect(found).toEqual(expected)
  })

  test('nothing inside code, but links inside bold', () => {
    expect(read('<code>/start</code> <b>/stop</b>', 'HTML').entities).toEqual([
      { type: 'code', offset: 0, length: 6 },
      { type: 'bold', offset: 7, length: 5 },
      { type: 'bot_command', offset: 7, length: 5 },
    ])
  })
})

describe('length is measured after reading, in characters', () => {
  test.each([
    ['4096 smileys are not too long', '😀'.repeat(4096), 'HTML', undefined],
    ['4097 letters are too long', 'a'.repeat(4097), '', 'Bad Request: message is too long'],
    ['markup does not count', `<b>${'a'.repeat(4096)}</b>`, 'HTML', undefined],
    [
      'more than 32 KiB are not even read',
      `${'<b></b>'.repeat(5000)}a`,
      'HTML',
      'Bad Request: text is too long',
    ],
    ['nothing but markup is empty', '<b> </b>', 'HTML', 'Bad Request: text must be non-empty'],
    ['no text at all', '', '', 'Bad Request: message text is empty'],
    ['an unknown way of marking', 'a', 'bbcode', 'Bad Request: unsupported parse_mode'],
  ])('%s', (_, text, mode, problem) => {
    const result = problemOf(text, mode)
    if (problem) expect(result).toBe(problem)
    else expect(result).toMatchObject({ text: expect.any(String) })
  })

  test('a caption holds 1024 characters', async () => {
    const { telegram, act } = await meetTelegram()
    const siti = await act({ do: 'create-person', firstName: 'Siti' })
    await act({ do: 'start', as: siti })
    const send = async (caption: string) => {
      const form = new FormData()
      form.set('chat_id', String(siti))
      form.set('caption', caption)
      form.set('document', new Blob(['isi']), 'surat.txt')
      const url = `${telegram.apiRoot}/bot${telegram.token}/sendDocument`
      return (await fetch(url, { method: 'POST', body: form })).json()
    }
    expect(await send('a'.repeat(1024))).toMatchObject({ ok: true })
    expect(await send('a'.repeat(1025))).toMatchObject({
      error_code: 400,
      description: 'Bad Request: message caption is too long',
    })
  })
})
