import type { FileRef } from '../protocol.ts'
import { uploadFile } from './localTelegram.ts'
import type { Page } from './page.ts'

/** Who sends something, and where to. */
export interface Sending {
  as: number
  chat: number
  thread?: number
}

/** What the local Telegram takes at most. */
const biggest = 50 * 1024 * 1024

/**
 * Sends files: one after a look at it, with words below it if wanted, several at once without.
 * @param way `shown` sends pictures and films to be looked at in the chat, `saved` as the files they are
 */
export async function sendFiles(
  page: Page,
  sending: Sending,
  files: readonly File[],
  way: 'shown' | 'saved',
): Promise<void> {
  const uploaded: FileRef[] = []
  for (const file of files) {
    const problem = (text: string) => page.notify({ person: sending.as, kind: 'problem', text })
    if (file.size > biggest) return problem(`“${file.name}” lebih dari 50 MB`)
    const answer = await uploadFile(file)
    if (!answer.ok) return problem(answer.problem)
    uploaded.push(answer.file)
  }
  const [only, ...others] = uploaded
  if (!only) return
  const isOne = others.length === 0
  const kind = kindOf(only, way)
  const values = await page.ask({
    title: isOne ? `Kirim ${names[kind]}?` : `Kirim ${uploaded.length} berkas?`,
    ...(isOne ? { preview: only } : { text: uploaded.map(({ name }) => name).join('\n') }),
    fields: isOne ? [{ name: 'caption', label: 'Keterangan (boleh kosong)', longest: 1024 }] : [],
    confirm: 'Kirim',
  })
  if (!values) return
  const caption = values.caption ? { caption: values.caption } : {}
  for (const file of uploaded)
    await page.act(sending.as, { ...actOf(kindOf(file, way)), ...sending, file: file.fileId, ...caption })
}

type Kind = 'photo' | 'video' | 'audio' | 'document'

const names: Record<Kind, string> = { photo: 'foto', video: 'video', audio: 'lagu', document: 'berkas' }

function kindOf({ mimeType }: FileRef, way: 'shown' | 'saved'): Kind {
  if (way === 'shown' && /^image\/(jpeg|png|webp)$/.test(mimeType)) return 'photo'
  if (way === 'shown' && mimeType.startsWith('video/')) return 'video'
  return mimeType.startsWith('audio/') ? 'audio' : 'document'
}

type Deed = { do: 'send-photo' | 'send-document' } | { do: 'send-media'; kind: 'video' | 'audio' }

function actOf(kind: Kind): Deed {
  return kind === 'photo' || kind === 'document' ? { do: `send-${kind}` } : { do: 'send-media', kind }
}
