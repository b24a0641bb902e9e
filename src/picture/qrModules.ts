import { encodeQR } from 'qr'

/** Far more than any link to the bot has; the code stays coarse enough for a cheap camera. */
const MOST_CHARACTERS = 300

/** Modules of white around the code that ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

/** Dark squares in one row, side by side. */
export interface Run {
  x: number
  y: number
  length: number
}

export interface QrModules {
  /** Modules along one side, the white ones around the code among them. */
  size: number
  runs: Run[]
}

/**
 * The QR code of a text, with error correction M (a seventh of it may be dirty).
 * @throws RangeError for a text that is empty or longer than 300 characters
 */
export function qrModules(text: string): QrModules {
  if (text === '' || text.length > MOST_CHARACTERS)
    throw new RangeError(`A QR code of ${text.length} characters: 1 to ${MOST_CHARACTERS} were expected`)
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE })
  const runs = rows.flatMap((row, y) => {
    const inRow: Run[] = []
    row.forEach((isDark, x) => {
      const last = inRow.at(-1)
      if (!isDark) return
      if (last && last.x + last.length === x) last.length++
      else inRow.push({ x, y, length: 1 })
    })
    return inRow
  })
  return { size: rows.length, runs }
}
