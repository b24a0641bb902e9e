import type { Speak } from '../../texts.ts'
import { languageFor, wordsIn } from '../definition/words.ts'
import type { Form } from '../interview/form.ts'
import type { Item } from '../interview/nodes.ts'
import { plainWordsOf } from '../labelOf.ts'
import type { Asking } from '../questionMessage.ts'
import { mediaName } from './mediaName.ts'
import type { Media } from './namedMedia.ts'

/** Files that come before one question, at most. */
const MOST_FILES = 10

/** A file that goes before a question. */
export interface MediaBefore {
  name: string
  /** The choice that it belongs to, in words. */
  choice?: string
}

/** The files that go before a question: those of its notes, its own, and those of the choices that are offered. */
export function mediaBefore(speak: Speak, form: Form, { ask, notes }: Asking): MediaBefore[] {
  const { languages, language } = form.survey
  const reader = languageFor(languages, speak.reads, language)
  const found: MediaBefore[] = []
  const add = (media: Media | undefined, choice?: string) => {
    for (const words of [media?.image ?? media?.['big-image'], media?.audio, media?.video]) {
      const name = mediaName((words && wordsIn(words, reader, language)) ?? '')
      if (name !== '') found.push({ name, ...(choice !== undefined && { choice }) })
    }
  }
  for (const note of notes) add(mediaOf(note))
  add(mediaOf(ask))
  // Of long lists the first ones would say nothing of the others.
  const options = ask.kind === 'question' && ask.row.list !== undefined ? form.offered(ask) : []
  const shown = options.filter(({ media }) => media)
  if (ask.kind === 'question' && found.length + shown.length <= MOST_FILES)
    for (const { media, text, name } of shown) add(media, plainWordsOf(speak, form, ask, text) || name)
  return found.slice(0, MOST_FILES)
}

const mediaOf = ({ row: { definition } }: Item): Media | undefined =>
  'media' in definition ? definition.media : undefined
