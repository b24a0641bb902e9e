import type { Choice, Definition, RowDefinition } from '../definition/definition.ts'
import { mediaName } from './mediaName.ts'

/** What a file shows or plays. */
export type MediaKind = 'image' | 'audio' | 'video'

export type Media = NonNullable<Choice['media']>

/** All files that the words of a survey name, by {@link mediaName}, in any language. */
export function namedMedia(definition: Definition): Map<string, MediaKind> {
  const named = new Map<string, MediaKind>()
  const note = (media: Media | undefined) => {
    for (const [kind, words] of Object.entries(media ?? {}))
      for (const called of Object.values(words ?? {})) named.set(mediaName(called), mediaKind(kind))
  }
  const walk = (rows: readonly RowDefinition[]) => {
    for (const row of rows) {
      if ('media' in row) note(row.media)
      if ('children' in row) walk(row.children)
    }
  }
  walk(definition.survey)
  for (const choices of Object.values(definition.choices)) for (const { media } of choices) note(media)
  named.delete('')
  return named
}

/** `big-image` is the same picture, for a closer look. */
export const mediaKind = (kind: string): MediaKind => (kind === 'audio' || kind === 'video' ? kind : 'image')
