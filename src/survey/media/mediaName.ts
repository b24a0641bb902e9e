/** What a spreadsheet calls a file, as files are looked up by it: `jr://images/Logo.PNG` is `logo.png`. */
export const mediaName = (called: string): string =>
  called
    .replace(/^.*[/\\]/s, '')
    .normalize('NFC')
    .trim()
    .toLowerCase()
