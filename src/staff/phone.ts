const INDONESIA = '62'
const LONGEST = 40

/**
 * A telephone number as offices write it (`0812-3456-7890`, `+62 812…`, `812…` where a spreadsheet took the zero),
 * in digits with the country first; nothing when it is none.
 */
export function readPhone(written: string): string | undefined {
  const text = written.slice(0, LONGEST).replace(/[\s().\-‐-―'’]/g, '')
  if (!/^\+?\d+$/.test(text)) return undefined
  if (text.startsWith('+')) return sound(text.slice(1))
  if (text.startsWith('00')) return sound(text.slice(2))
  if (text.startsWith('0')) return sound(INDONESIA + text.slice(1))
  return sound(text.startsWith('8') ? INDONESIA + text : text)
}

/** A number that Telegram gives, which always begins with the country. */
export const telegramPhone = (phone: string): string => phone.replace(/\D/g, '')

const sound = (digits: string) => {
  const isSound = digits.startsWith(INDONESIA) ? /^62\d{8,12}$/ : /^[1-9]\d{7,14}$/
  return isSound.test(digits) ? digits : undefined
}
