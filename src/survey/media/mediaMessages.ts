import { clip } from '../../message/clip.ts'
import { html } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Turn } from '../turn.ts'
import { mediaBefore } from './mediaBefore.ts'
import type { SurveyMedia } from './service.ts'

const LONGEST_CHOICE = 200

export type MediaMessages = (speak: Speak, turn: Turn) => Promise<Message[]>

/** What goes before the question that a turn ends with: its pictures, sounds and films, as far as they are known. */
export function mediaMessages(parts: { media: SurveyMedia; catalogue: Catalogue }): MediaMessages {
  return async (speak, turn) => {
    if ((turn.type !== 'at' && turn.type !== 'answered') || !('ask' in turn.interview)) return []
    const wanted = mediaBefore(speak, turn.pass.form, turn.interview)
    if (wanted.length === 0) return []
    const version = await parts.catalogue.version(turn.pass.draft.version)
    const found = await parts.media.find(
      version,
      wanted.map(({ name }) => name),
    )
    return wanted.flatMap(({ choice = '' }, place): Message[] => {
      const file = found[place]
      return file ? [{ html: html`${clip(choice, LONGEST_CHOICE)}`, file, isExtra: true }] : []
    })
  }
}
