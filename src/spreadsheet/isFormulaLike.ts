/**
 * Whether a spreadsheet program may take a text for a formula. The wide characters are what Chinese and Japanese
 * keyboards write.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const isFormulaLike = (text: string): boolean => /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text)
