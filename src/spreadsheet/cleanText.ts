// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop.
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop.
const DROPPED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A text as cells hold it: line ends are line feeds; control characters and halves of characters are gone. */
export function cleanText(text: string): string {
  const plain = UNWANTED.test(text) ? text.replace(/\r\n?/g, '\n').replace(DROPPED, '') : text
  return plain.isWellFormed() ? plain : plain.toWellFormed()
}
