/** A column's letters as the spreadsheet shows them. @param at from 0 */
export function columnLetter(at: number): string {
  let letters = ''
  for (let left = at + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}
