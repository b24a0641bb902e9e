/** Bytes of a variable's name in SPSS. */
const LONGEST = 64

/** Words that SPSS keeps for itself. */
const RESERVED = /^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i

/**
 * Gives out names of variables that every program takes: letters without accents, digits, `_` and `.`, a letter
 * first, 64 characters at most, and no two alike, whatever their case.
 * @see IBM SPSS Statistics, Command Syntax Reference, "Variable Names"
 */
export function variableNames(): (...wanted: readonly string[]) => string {
  const taken = new Set<string>()

  function take(name: string): string {
    taken.add(name.toLowerCase())
    return name
  }

  /** The first of the wanted names that is free, else the last one with a number. */
  return (...wanted) => {
    const names = wanted.map((each) => soundName(each))
    const free = names.find((name) => !taken.has(name.toLowerCase()))
    if (free !== undefined) return take(free)
    const base = names.at(-1) ?? 'v'
    for (let number = 2; ; number++) {
      const name = `${base.slice(0, LONGEST - `_${number}`.length)}_${number}`
      if (!taken.has(name.toLowerCase())) return take(name)
    }
  }
}

function soundName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_.]+/g, '_')
  const begun = /^[A-Za-z]/.test(plain) ? plain : `v_${plain.replace(/^[_.]+/, '')}`
  // SPSS takes a full stop at the end for the end of the command.
  const ended = begun.slice(0, LONGEST).replace(/[_.]+$/, '') || 'v'
  return RESERVED.test(ended) ? `${ended}_v` : ended
}
