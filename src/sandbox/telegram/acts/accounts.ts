import type { Act } from '../../act.ts'
import { newPerson, userOf } from '../state/people.ts'
import { tellPersona } from '../state/tellPersona.ts'
import type { World } from '../world.ts'
import { actor } from './actor.ts'
import { Impossible } from './impossible.ts'

type Of<Do extends Act['do']> = Extract<Act, { do: Do }>

/** Somebody new, who has not met the bot yet; gives their id. */
export function createPerson(world: World, act: Of<'create-person'>): number {
  if (act.firstName.trim() === '') throw new Impossible('Nama depan tidak boleh kosong')
  if (act.id !== undefined && (act.id <= 0 || world.people.has(act.id))) {
    throw new Impossible(`Id ${act.id} sudah dipakai`)
  }
  const id = act.id ?? freeId(world)
  const person = newPerson(id, act)
  world.people.set(id, person)
  tellPersona(world, person)
  return id
}

export function setLanguage(world: World, { as, languageCode }: Of<'set-language'>): void {
  const person = actor(world, as)
  if (languageCode) person.persona.languageCode = languageCode
  else delete person.persona.languageCode
  person.user = userOf(person.persona)
  tellPersona(world, person)
}

/** Deletes the account; Telegram tells the bot only when it writes to it. */
export function deactivate(world: World, { as }: Of<'deactivate'>): void {
  const person = actor(world, as)
  person.persona.isDeactivated = true
  tellPersona(world, person)
}

function freeId(world: World): number {
  do world.lastPerson++
  while (world.people.has(world.lastPerson))
  return world.lastPerson
}
