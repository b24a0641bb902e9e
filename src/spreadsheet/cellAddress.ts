const LETTERS = 26

/** The address a spreadsheet shows: `cellAddress(3, 27)` is `AB3`. Rows count from 1, columns from 0. */
export const cellAddress = (row: number, column: number): string => columnLetters(column) + row

/** The letters of a column counted from 0: A, B, …, Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % LETTERS))
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last
}

/** The column, counted from 0, that these capital letters name. */
export function columnOfLetters(letters: string): number {
  let number = 0
  for (let index = 0; index < letters.length; index += 1)
    number = number * LETTERS + letters.charCodeAt(index) - 64
  return number - 1
}
