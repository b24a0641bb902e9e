/** The headers of a sheet that are known. */
export interface KnownHeaders {
  /** Other names of a column's first part, in lower case with `_` for spaces: the path that each stands for. */
  aliases: ReadonlyMap<string, readonly string[]>
  /** Names that stand for themselves. */
  names: ReadonlySet<string>
}

/**
 * The parts of a header: `media::image::English (en)` and its old form `media:image:English (en)` are three, `caption`
 * is `label`. What is not known stays as it was written.
 * @param doubled the sheet has a header with `::`; then a single colon does not part
 * @see pyxform's process_header
 */
export function headerPath(header: string, doubled: boolean, known: KnownHeaders): readonly string[] {
  const parts = (doubled || header.includes('::') ? header.split('::') : joinPrefix(header.split(':'))).map(
    (part) => part.trim(),
  )
  const [first = '', ...rest] = parts
  const name = snakeCase(first)
  const alias = known.aliases.get(name)
  if (alias) return [...alias, ...rest]
  return known.names.has(name) ? [name, ...rest] : parts
}

/** A column's name the way headers are compared. */
export const snakeCase = (name: string): string => name.trim().split(/\s+/).join('_').toLowerCase()

/** `jr:count` is one part. */
function joinPrefix(parts: string[]): string[] {
  const at = parts.findIndex((part) => part.trim() === 'jr')
  if (at < 0 || at + 1 >= parts.length) return parts
  return [...parts.slice(0, at), `jr:${parts[at + 1]?.trim()}`, ...parts.slice(at + 2)]
}
