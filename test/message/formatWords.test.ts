import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatWords, type Stretch } from '../../src/message/formatWords.ts'
import { plainText } from '../../src/message/html.ts'
import { readHtmlText } from '../../src/sandbox/telegram/text/htmlText.ts'

const of = (...words: Stretch[]) => formatWords(words)

describe('what an author wrote', () => {
  test.each([
    ['Apakah Anda puas?', 'Apakah Anda puas?'],
    ['**tebal** dan __tebal__', '<b>tebal</b> dan <b>tebal</b>'],
    ['*miring* dan _miring_', '<i>miring</i> dan <i>miring</i>'],
    ['***dua-duanya***, 2 * 3 * 4', '***dua-duanya***, 2 * 3 * 4'],
    ['**tebal dan *miring* di dalam**', '<b>tebal dan <i>miring</i> di dalam</b>'],
    ['# Judul\nisi', '<b>Judul</b>\nisi'],
    ['### Judul **penting**', '<b>Judul penting</b>'],
    ['#1 dan nomor #2', '#1 dan nomor #2'],
    ['nama_depan_saya, a*b*c', 'nama_depan_saya, a*b*c'],
    ['Nama: ______', 'Nama: ______'],
    ['Wajib * Alamat *', 'Wajib * Alamat *'],
    [String.raw`\*bukan miring\*`, '*bukan miring*'],
    ['**tidak ditutup', '**tidak ditutup'],
    ['**satu\ndua**', '<b>satu\ndua</b>'],
    ['*satu\ndua*', '*satu\ndua*'],
    ['[peta **kami**](https://a.id/?q=1&r="2)', '[peta <b>kami</b>](https://a.id/?q=1&amp;r="2)'],
    ['[peta **kami**](https://a.id/?q=1&r=2)', '<a href="https://a.id/?q=1&amp;r=2">peta <b>kami</b></a>'],
    ['[jahat](javascript:alert)', '[jahat](javascript:alert)'],
    [
      '<b>tebal</b> <strong>tebal</strong> <i>m</i> <em>m</em> <u>g</u>',
      '<b>tebal</b> <b>tebal</b> <i>m</i> <i>m</i> <u>g</u>',
    ],
    ['<B class="x">besar</B>', '<b>besar</b>'],
    ['<span style="color:red">merah</span>', 'merah'],
    ['<b>tidak <i>rapi</b> sekali</i>', '<b>tidak <i>rapi</i></b><i> sekali</i>'],
    ['</b>hanya tutup', 'hanya tutup'],
    ['<b>hanya buka', '<b>hanya buka</b>'],
    ['satu<br>dua<br/>\ntiga', 'satu\ndua\ntiga'],
    ['<p>satu</p><p>dua</p>', 'satu\ndua'],
    ['<h2>Judul</h2>isi', '<b>Judul</b>\nisi'],
    ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
    [
      'isi <nama lengkap> di sini, 1 < 2 & 3 > 2',
      'isi &lt;nama lengkap&gt; di sini, 1 &lt; 2 &amp; 3 &gt; 2',
    ],
    ['a &lt; b &amp; c &copy;', 'a &lt; b &amp; c &amp;copy;'],
    ['&#8226; satu &#x2022; dua &#0; &#xD800;', '• satu • dua &amp;#0; &amp;#xD800;'],
    ['<a href="https://a.id">sini</a>', '<a href="https://a.id">sini</a>'],
    ['<a href="tg://user?id=1">sini</a>', 'sini'],
  ])('%j is said as %j', (written, said) => {
    expect(of(written)).toBe(said)
  })

  test('formats the answers put in, which format nothing themselves', () => {
    expect(of('Halo **', { piped: 'B*u*di <b>' }, '**, _', { piped: '_' }, '_')).toBe(
      'Halo <b>B*u*di &lt;b&gt;</b>, <i>_</i>',
    )
    expect(of('*', { piped: 'a' }, '_', { piped: 'b' }, '_ dan *')).toBe('*a_b_ dan *')
  })

  test('an answer in an address is a part of it', () => {
    expect(of('[peta](https://a.id/', { piped: '"/../?x=1#<b>' }, ')')).toBe(
      '<a href="https://a.id/%22%2F..%2F%3Fx%3D1%23%3Cb%3E">peta</a>',
    )
  })
})

describe('whatever is written and answered', () => {
  const sign = fc.constantFrom(
    ...'*_#[]()<>&\\/ \n"aé😀\0'.split(''),
    '**',
    '__',
    '***',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<u>',
    '<br>',
    '<li>',
    '<h1>',
    '</h1>',
    '</a>',
    '<a href="https://a.id">',
    '[a](https://b.id)',
    '\n# ',
    '&lt;',
    '<span x="1">',
    '\\*',
    'kata',
  )
  const authored = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''))
  const stretch = fc.oneof(
    authored,
    fc.record({
      piped: fc.oneof(
        authored.map((text) => text.replaceAll('\0', '')),
        fc.string(),
      ),
    }),
  )

  test('it is HTML that Telegram reads', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (words) => {
        expect(() => readHtmlText(formatWords(words))).not.toThrow()
        expect(readHtmlText(formatWords(words)).text).toBe(plainText(formatWords(words)))
      }),
      { numRuns: 3000 },
    )
  })

  test('answers stand there letter by letter', () => {
    const around = authored.filter((text) => !/[<[]/.test(text))
    fc.assert(
      fc.property(
        around,
        fc.oneof(
          authored.map((text) => text.replaceAll('\0', '')),
          fc.string(),
        ),
        around,
        (before, piped, after) => {
          const said = formatWords([before, { piped }, after])
          expect(plainText(said)).toContain(piped)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('hostile lengths cost no more than their length', () => {
    for (const part of ['**a ', '_a ', '[a](', '<b ', '<a href="https://', '# ', '\\', '&', '[[', '<li>'])
      expect(of(part.repeat(8000)).length).toBeGreaterThan(0)
  }, 2_000)
})
