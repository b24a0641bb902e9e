import type { Message, User } from '../wire.ts'

/** The line that Telegram shows for a message that nobody wrote, in Indonesian; nothing for all others. */
export function describeService(message: Message): string | undefined {
  const who = nameOf(message.from)
  if (message.new_chat_members) return joined(message.from, message.new_chat_members)
  if (message.left_chat_member) return left(message.from, message.left_chat_member)
  if (message.group_chat_created || message.supergroup_chat_created) return `${who} membuat grup`
  if (message.migrate_to_chat_id !== undefined) return 'Grup ini menjadi supergrup'
  if (message.migrate_from_chat_id !== undefined) return 'Supergrup ini tadinya grup biasa'
  if (message.pinned_message) return `${who} menyematkan pesan`
  if (message.forum_topic_created) return `${who} membuat topik “${message.forum_topic_created.name}”`
  if (message.forum_topic_edited) return `${who} mengubah topik`
  if (message.forum_topic_closed) return `${who} menutup topik`
  if (message.forum_topic_reopened) return `${who} membuka kembali topik`
  return undefined
}

function joined(from: User, members: User[]): string {
  const isAlone = members.length === 1 && members[0]?.id === from.id
  if (isAlone) return `${nameOf(from)} bergabung`
  return `${nameOf(from)} menambahkan ${members.map(nameOf).join(', ')}`
}

function left(from: User, gone: User): string {
  return from.id === gone.id ? `${nameOf(gone)} keluar` : `${nameOf(from)} mengeluarkan ${nameOf(gone)}`
}

function nameOf({ first_name, last_name }: User): string {
  return [first_name, last_name].filter(Boolean).join(' ')
}
