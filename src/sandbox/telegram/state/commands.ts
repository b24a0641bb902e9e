import type { BotProfile } from '../../protocol.ts'

export interface Command {
  command: string
  description: string
}

/** Texts a bot shows about itself, by language; '' is for everybody without their own. */
export type ByLanguage = Map<string, string>

/** What the bot says about itself. */
export interface Profile {
  id: number
  username: string
  names: ByLanguage
  descriptions: ByLanguage
  shortDescriptions: ByLanguage
  /** Lists of commands by `scope` and language, see {@link commandsKey}. */
  commands: Map<string, { scope: string; language: string; commands: Command[] }>
  menuButtons: Map<number, unknown>
}

export function newProfile(id: number, username: string, name: string): Profile {
  return {
    id,
    username,
    names: new Map([['', name]]),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    commands: new Map(),
    menuButtons: new Map(),
  }
}

export function commandsKey(scope: string, language: string): string {
  return `${scope}\n${language}`
}

/** The profile as the chat page shows it. */
export function profileView(profile: Profile): BotProfile {
  return {
    id: profile.id,
    username: profile.username,
    name: profile.names.get('') ?? '',
    description: profile.descriptions.get('') ?? '',
    shortDescription: profile.shortDescriptions.get('') ?? '',
    commands: [...profile.commands.values()],
  }
}
