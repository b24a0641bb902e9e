import type { BotProfile, ChatView, Persona } from '../protocol.ts'

export interface Command {
  command: string
  description: string
}

/**
 * The commands this person is offered in this chat: the narrowest scope that has any wins, and within it the
 * person's language before the list for all languages.
 * @see https://core.telegram.org/bots/api#determining-list-of-commands
 */
export function commandsFor(bot: BotProfile, chat: ChatView, person: Persona): Command[] {
  for (const scope of scopesFor(chat, person)) {
    for (const language of [person.languageCode ?? '', '']) {
      const found = bot.commands.find(
        (list) => list.scope === scope && list.language === language && list.commands.length > 0,
      )
      if (found) return found.commands
    }
  }
  return []
}

function scopesFor(chat: ChatView, person: Persona): string[] {
  if (chat.kind === 'private') return [`chat:${chat.id}`, 'all_private_chats', 'default']
  const status = chat.members.find((member) => member.person === person.id)?.status
  const leads = status === 'administrator' || status === 'creator'
  return [
    `chat_member:${chat.id}:${person.id}`,
    ...(leads ? [`chat_administrators:${chat.id}`] : []),
    `chat:${chat.id}`,
    ...(leads ? ['all_chat_administrators'] : []),
    'all_group_chats',
    'default',
  ]
}
