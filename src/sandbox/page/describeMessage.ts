import type { MessageView } from '../protocol.ts'

/** One line that stands for a message in lists, quotes and accessible names. */
export function describeMessage(message: MessageView): string {
  if (message.isDeleted) return 'Pesan dihapus'
  if (message.service) return message.service
  const words = message.text?.replace(/\s+/g, ' ').trim()
  const kind = kindOf(message)
  return [kind, words].filter(Boolean).join(' ') || 'Pesan'
}

function kindOf(message: MessageView): string {
  if (message.photo) return '🖼 Foto'
  if (message.voice) return '🎤 Pesan suara'
  if (message.audio) return `🎵 ${message.audio.name}`
  if (message.video) return '🎬 Video'
  if (message.videoNote) return '🎬 Pesan video'
  if (message.document) return `📄 ${message.document.name}`
  if (message.sticker) return `${message.sticker.emoji} Stiker`
  if (message.location) return '📍 Lokasi'
  if (message.contact) return `👤 ${message.contact.firstName}`
  if (message.poll) return `📊 ${message.poll.question}`
  return ''
}
