import type { Persona } from '../../protocol.ts'
import type { User } from '../wire.ts'

/** Somebody with an account: the bot, or a person who may talk to it. */
export interface Person {
  persona: Persona
  /** As the bot sees them; replaced, never changed, because messages point to it. */
  user: User
}

export type Newcomer = Pick<Persona, 'firstName'> &
  Partial<Pick<Persona, 'lastName' | 'username' | 'languageCode' | 'phone' | 'about'>>

/** A person who has not met the bot yet. */
export function newPerson(id: number, newcomer: Newcomer): Person {
  const { firstName, lastName, username, languageCode, phone, about } = newcomer
  const persona: Persona = {
    id,
    isBot: false,
    firstName,
    ...(lastName && { lastName }),
    ...(username && { username }),
    ...(languageCode && { languageCode }),
    ...(phone && { phone }),
    ...(about && { about }),
    blocksBot: false,
    startedBot: false,
    isDeactivated: false,
  }
  return { persona, user: userOf(persona) }
}

/** The Bot API's view of somebody. */
export function userOf({ id, isBot, firstName, lastName, username, languageCode }: Persona): User {
  return {
    id,
    is_bot: isBot,
    first_name: firstName,
    ...(lastName && { last_name: lastName }),
    ...(username && { username }),
    ...(languageCode && { language_code: languageCode }),
  }
}
