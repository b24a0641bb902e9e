const widestRow = 8
const mostButtons = 100

/** What Telegram's apps dislike about where a button stands, in the words of the page's reader. */
export function buttonProblems(inRow: number, inAll: number): string[] {
  return [
    ...(inRow > widestRow ? [`lebih dari ${widestRow} tombol dalam satu baris`] : []),
    ...(inAll > mostButtons ? [`lebih dari ${mostButtons} tombol dalam satu pesan`] : []),
  ]
}

/** The same for the bot's author: a keyboard like that is cut or refused by Telegram's servers. */
export function keyboardProblems(rows: readonly (readonly unknown[])[]): string[] {
  const count = rows.reduce((sum, row) => sum + row.length, 0)
  return [
    ...(rows.some((row) => row.length > widestRow) ? [`more than ${widestRow} buttons in a row`] : []),
    ...(count > mostButtons ? [`more than ${mostButtons} buttons in a message`] : []),
  ]
}
