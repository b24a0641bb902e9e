const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** A character reference at `index`; what is none stays as it is written. */
export function readReference(source: string, index: number): { character: string; end: number } {
  const match = /&(?:#(?:x([\da-f]+)|(\d+))|([a-z]+));?/iy
  match.lastIndex = index
  const found = match.exec(source)
  const asWritten = { character: '&', end: index + 1 }
  if (!found) return asWritten
  const [whole, hexadecimal, decimal, name] = found
  const end = index + whole.length
  if (name !== undefined) {
    const character = Object.hasOwn(named, name) ? named[name] : undefined
    return character === undefined ? asWritten : { character, end }
  }
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal)
  const isSensible = code > 0 && code < 0x10ffff && whole.replace(';', '').length < 10
  return isSensible ? { character: String.fromCodePoint(code), end } : asWritten
}
