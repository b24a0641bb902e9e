declare const escaped: unique symbol

/** Text that Telegram may read as HTML: whatever was put into it has been escaped. */
export type Html = string & { readonly [escaped]: true }

/** Escapes the three characters that mean something to Telegram's HTML, and nothing else. */
export function escapeHtml(text: string): Html {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character) as Html
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text from a template: every value put in is escaped, unless it is {@link Html} itself (see {@link raw}). */
export function html(parts: TemplateStringsArray, ...values: (string | number | Raw)[]): Html {
  let text = parts[0] ?? ''
  values.forEach((value, index) => {
    text += value instanceof Raw ? value.html : escapeHtml(String(value))
    text += parts[index + 1] ?? ''
  })
  return text as Html
}

class Raw {
  readonly html: Html
  constructor(html: Html) {
    this.html = html
  }
}

/** Marks text that is HTML already, to be put into {@link html} as it is. */
export const raw = (text: Html) => new Raw(text)

/** Lines or paragraphs of HTML put together; empty ones are left out. */
export function joinHtml(parts: readonly (Html | undefined | false)[], separator = '\n'): Html {
  return parts.filter(Boolean).join(separator) as Html
}

/** What a reader of plain text sees of it: tags gone, entities read. */
export function plainText(text: Html): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** Characters that people see of it, counted as Telegram counts them: by code points, without the tags. */
export const visibleLength = (text: Html) => Array.from(plainText(text)).length
