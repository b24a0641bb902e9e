import { formatWords, MARKED } from './formatWords.ts'
import { plainText } from './html.ts'

/** An author's words without their Markdown and HTML: for buttons, charts and comparing. */
export const unmarkedWords = (words: string): string =>
  MARKED.test(words) ? plainText(formatWords([words])) : words
