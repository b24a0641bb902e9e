export type Style = 'bold' | 'italic' | 'underline' | 'strike'

/** What an author's words consist of, in order. */
export type Mark =
  | { mark: 'text'; text: string }
  /** The answer with this number. */
  | { mark: 'piped'; number: number }
  | { mark: 'on' | 'off'; style: Style }
  /** A link begins, or ends. */
  | { mark: 'link'; to?: string }
  /** A new line; one that is not forced only ends the line before. */
  | { mark: 'line'; isForced: boolean }

const STYLES: Record<string, Style> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  '*': 'italic',
  _: 'italic',
  '**': 'bold',
  __: 'bold',
}
const BLOCKS = /^(?:p|div|ul|ol|li|tr|table|h[1-6])$/
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const SIGN = new RegExp(
  [
    '\\0(?<piped>\\d+)\\0',
    '\\\\(?<literal>[\\\\*_#[\\]()<>])',
    '<(?<ends>/?)(?<tag>b|strong|i|em|u|ins|s|strike|del|br|p|div|span|font|h[1-6]|a|ul|ol|li|table|tbody|tr|td|th|small|big|sub|sup|center|img|hr|code|pre|label|mark)(?<given>\\s[^<>]{0,1000})?\\s*/?>',
    '\\[(?<words>[^[\\]\\n]{1,500})\\]\\((?<to>https?://[^\\s()<>"]{1,1000})\\)',
    '&(?<entity>amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#x[\\da-f]{1,6});',
    '(?<run>\\*+|_+)',
    '(?<heading>(?<![^\\n])[ \\t]{0,3}#{1,6}[ \\t]+(?=\\S))',
    '(?<newline>\\n)',
  ].join('|'),
  'gi',
)

/**
 * Reads Markdown (`**bold**`, `__bold__`, `*italic*`, `_italic_`, `# heading`, `[words](https://…)`, `\*`) and HTML's
 * tags in an author's words. Answers put in are marked by their number between NULs.
 */
export function readMarks(source: string): Mark[] {
  const marks: Mark[] = []
  // Where an emphasis may have begun, by the sign that would end it.
  const begun = new Map<string, number[]>()
  let isHeading = false
  let end = 0
  const say = (text: string) => text !== '' && marks.push({ mark: 'text', text })

  for (const match of source.matchAll(SIGN)) {
    say(source.slice(end, match.index))
    end = match.index + match[0].length
    const { piped, literal, tag, ends, given, words, to, entity, run, heading } = match.groups ?? {}
    if (piped !== undefined) marks.push({ mark: 'piped', number: Number(piped) })
    else if (literal !== undefined) say(literal)
    else if (tag !== undefined) marks.push(...marksOfTag(tag.toLowerCase(), ends === '/', given ?? ''))
    else if (words !== undefined && to !== undefined)
      marks.push({ mark: 'link', to }, ...readMarks(words), { mark: 'link' })
    else if (entity !== undefined) say(signOf(entity.toLowerCase()) ?? match[0])
    else if (run !== undefined) readRun(marks, begun, run, source.charAt(match.index - 1), source.charAt(end))
    else if (heading !== undefined) {
      isHeading = true
      marks.push({ mark: 'on', style: 'bold' })
    } else {
      // Italic words stand on one line; bold ones may go on.
      begun.delete('*')
      begun.delete('_')
      if (isHeading) marks.push({ mark: 'off', style: 'bold' })
      isHeading = false
      say('\n')
    }
  }
  say(source.slice(end))
  return marks
}

/** The sign that a character reference stands for; nothing for what is no sign to be read. */
function signOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return ENTITIES[entity]
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  const isSign = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isSign ? String.fromCodePoint(code) : undefined
}

/** A run of stars or underscores ends what one like it began, or begins something, or is just written. */
function readRun(marks: Mark[], begun: Map<string, number[]>, run: string, before: string, after: string) {
  const style = STYLES[run]
  const isStrong = run === '**'
  const canEnd = isInk(before) && (isStrong || !isWord(after))
  const from = style && canEnd ? begun.get(run)?.pop() : undefined
  if (style && from !== undefined) {
    marks[from] = { mark: 'on', style }
    marks.push({ mark: 'off', style })
    // Whatever began inside and did not end there is only a sign: emphasis does not cross.
    for (const places of begun.values()) while ((places.at(-1) ?? -1) > from) places.pop()
    return
  }
  marks.push({ mark: 'text', text: run })
  if (!style || !isInk(after) || (!isStrong && isWord(before))) return
  const places = begun.get(run)
  if (places) places.push(marks.length - 1)
  else begun.set(run, [marks.length - 1])
}

const isInk = (character: string) => character.trim() !== ''
/** Letters, digits, and answers put in: `nama_depan_saya` holds no emphasis. */
const isWord = (character: string) => /[\p{L}\p{N}\0]/u.test(character)

function marksOfTag(tag: string, isEnd: boolean, given: string): Mark[] {
  const style = STYLES[tag]
  if (style) return [{ mark: isEnd ? 'off' : 'on', style }]
  if (tag === 'br') return [{ mark: 'line', isForced: true }]
  if (tag === 'a') {
    const to = /\bhref\s*=\s*["']?(https?:\/\/[^\s"'<>]+)/i.exec(given)?.[1]
    return isEnd ? [{ mark: 'link' }] : to === undefined ? [] : [{ mark: 'link', to }]
  }
  if (!BLOCKS.test(tag)) return []
  const line: Mark = { mark: 'line', isForced: false }
  if (tag === 'li' && !isEnd) return [line, { mark: 'text', text: '• ' }]
  if (!tag.startsWith('h')) return [line]
  return isEnd ? [{ mark: 'off', style: 'bold' }, line] : [line, { mark: 'on', style: 'bold' }]
}
