import type { UpdateKind } from '../wire.ts'
import type { World } from '../world.ts'

/**
 * Lets the bot know that something happened, if it asked for this kind.
 * @param queue updates of one queue reach a webhook one after another, others side by side
 */
export function tellBot(world: World, kind: UpdateKind, content: unknown, queue: string): void {
  const update = world.updates.add(kind, content, queue)
  if (!update || !world.journal.isKept) return
  const at = world.clock.now().toISOString()
  const entry = world.journal.add({ at, direction: 'update', name: kind, body: update, warnings: [] })
  world.events.tell({ type: 'journal', entry })
}
