const SMART_QUOTES: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"' }

/** Which of pyxform's ways of cleaning a cell are wanted. */
export interface Tidying {
  /** Typographic quotation marks become straight ones. */
  quotes: boolean
  /** Several spaces become one. */
  spaces: boolean
}

/** A cell without white space around it, cleaned the way pyxform does. */
export function tidyText(text: string | undefined, { quotes, spaces }: Tidying): string {
  if (text === undefined) return ''
  let clean = text.replaceAll('\u00a0', ' ').trim()
  if (spaces && clean.includes('  ')) clean = clean.replace(/ {2,}/g, ' ')
  if (quotes) clean = clean.replace(/[‘’“”]/g, (quote) => SMART_QUOTES[quote] ?? quote)
  return clean
}
