import type { SandboxState } from '../../protocol.ts'
import type { World } from '../world.ts'
import { wholeChatView } from './chatView.ts'
import { profileView } from './commands.ts'

const listeningMs = 60_000

/** Everything the chat page shows. From now on events are kept, so that none is missed after this. */
export function sandboxState(world: World): SandboxState {
  world.events.watch()
  const now = world.clock.now()
  const { lastAsked } = world.polling
  const hasPolled = lastAsked !== undefined && now.getTime() - lastAsked.getTime() < listeningMs
  return {
    now: now.toISOString(),
    isMoved: world.clock.isMoved(),
    bot: profileView(world.profile),
    personas: [...world.people.values()].map(({ persona }) => ({ ...persona })),
    chats: [...world.chats.values()].map((chat) => wholeChatView(world, chat)),
    journal: world.journal.entries(),
    lastEvent: world.events.last,
    limits: world.limits.isOn,
    botIsListening: world.webhook.isSet() || world.polling.isWaiting() || hasPolled,
  }
}
