import { escapeHtml, type Html } from './html.ts'
import { readMarks, type Style } from './readMarks.ts'

/** Words of an author, or an answer that is put among them. */
export type Stretch = string | { piped: string }

/**
 * An author's words, written with Markdown or HTML as XLSForm allows, as Telegram's HTML. Only what the author wrote
 * formats: answers put in stand there letter by letter, whatever they hold. Tags that Telegram does not know are
 * dropped, their text stays; what is no tag of HTML's (`<nama>`) stays as it was written. Always well-formed.
 */
export function formatWords(words: readonly Stretch[]): Html {
  if (!words.some((stretch) => typeof stretch === 'string' && MARKED.test(stretch)))
    return words.map((stretch) => escapeHtml(textOf(stretch))).join('') as Html
  const piped: string[] = []
  const source = words
    .map((stretch) => {
      if (typeof stretch === 'string') return textOf(stretch)
      return `\0${piped.push(stretch.piped) - 1}\0`
    })
    .join('')
  return write(source, piped)
}

/** Signs without which words are no more than words. */
export const MARKED = /[\\*_#[<&]/

const textOf = (stretch: Stretch) =>
  typeof stretch === 'string' ? stretch.replaceAll('\0', '') : stretch.piped

/** In which order tags stand inside one another. */
const TAGS: readonly (readonly [Style, string])[] = [
  ['bold', 'b'],
  ['italic', 'i'],
  ['underline', 'u'],
  ['strike', 's'],
]

function write(source: string, piped: readonly string[]): Html {
  const depth: Record<Style, number> = { bold: 0, italic: 0, underline: 0, strike: 0 }
  let link: string | undefined
  let open: string[] = []
  let out = ''
  let breaks = 0

  const into = (wanted: string[], between = '') => {
    const same = wanted.findIndex((tag, place) => tag !== open[place])
    const kept = Math.min(same < 0 ? wanted.length : same, open.length)
    out += open
      .slice(kept)
      .reverse()
      .map((tag) => `</${tag.split(' ', 1)[0]}>`)
      .join('')
    out += between
    out += wanted
      .slice(kept)
      .map((tag) => `<${tag}>`)
      .join('')
    open = wanted
  }
  const say = (text: string) => {
    if (text === '') return
    const tags = TAGS.flatMap(([style, tag]) => (depth[style] > 0 ? [tag] : []))
    into(link === undefined ? tags : [`a href="${link}"`, ...tags], out === '' ? '' : '\n'.repeat(breaks))
    breaks = 0
    out += escapeHtml(text)
  }

  for (const mark of readMarks(source)) {
    switch (mark.mark) {
      case 'text':
        // A line broken by a tag and by the author is broken once.
        say(breaks > 0 ? mark.text.replace(/^[ \t]*\n?/, '') : mark.text)
        break
      case 'piped':
        say(piped[mark.number] ?? '')
        break
      case 'on':
        depth[mark.style]++
        break
      case 'off':
        depth[mark.style] = Math.max(0, depth[mark.style] - 1)
        break
      case 'link':
        link = mark.to === undefined ? undefined : address(mark.to, piped)
        break
      case 'line':
        breaks = mark.isForced ? Math.min(breaks + 1, 2) : Math.max(breaks, out.endsWith('\n') ? 0 : 1)
    }
  }
  into([])
  return out as Html
}

/** An answer in an address is one part of it: it can lead nowhere else. */
function address(to: string, piped: readonly string[]): string {
  const whole = to.replace(PLACEHOLDER, (_, number) =>
    encodeURIComponent((piped[Number(number)] ?? '').toWellFormed()),
  )
  return escapeHtml(whole).replaceAll('"', '&quot;')
}

/** NUL stands in no words, so it marks what is put in. */
const PLACEHOLDER = /\0(\d+)\0/g
