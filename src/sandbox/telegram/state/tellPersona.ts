import type { World } from '../world.ts'
import type { Person } from './people.ts'

/** Tells the pages that somebody is new or different. */
export function tellPersona(world: World, { persona }: Person): void {
  world.events.tell({ type: 'persona-changed', persona: { ...persona } })
}
