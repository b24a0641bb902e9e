import type { HolidayKind } from './holiday.ts'

/** What kind of holiday somebody means; nothing for words that mean none. */
export function kindOfWords(words: string): HolidayKind | undefined {
  const text = words.trim().toLowerCase().replace(/\s+/g, ' ')
  if (/^(libur )?nasional$|^(hari )?libur nasional$|^national$/.test(text)) return 'national'
  if (/^cuti( bersama)?$|^joint[- ]leave$/.test(text)) return 'joint-leave'
  return /^(libur )?(daerah|lokal)$|^local$/.test(text) ? 'local' : undefined
}
