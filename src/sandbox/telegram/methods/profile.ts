import type { Method } from '../call.ts'
import { integerOf, isObject, type Parameters, structureOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { type ByLanguage, profileView } from '../state/commands.ts'
import { chatOf } from '../state/findChat.ts'
import type { World } from '../world.ts'

const longestName = 64
const longestDescription = 512
const longestShortDescription = 120

/** Methods for what the bot says about itself. */
export const profile = {
  setMyName: (world, { parameters }) => set(world, parameters, 'name', world.profile.names, longestName),

  setMyDescription: (world, { parameters }) =>
    set(world, parameters, 'description', world.profile.descriptions, longestDescription),

  setMyShortDescription: (world, { parameters }) =>
    set(world, parameters, 'short_description', world.profile.shortDescriptions, longestShortDescription),

  getMyName: (world, { parameters }) => ({ name: get(parameters, world.profile.names) }),

  getMyDescription: (world, { parameters }) => ({
    description: get(parameters, world.profile.descriptions),
  }),

  getMyShortDescription: (world, { parameters }) => ({
    short_description: get(parameters, world.profile.shortDescriptions),
  }),

  setChatMenuButton(world, { parameters }) {
    const button = structureOf(parameters, 'menu_button', "can't parse menu button JSON object")
    if (button !== undefined && !isObject(button))
      throw badRequest("can't parse MenuButton: expected an Object")
    world.profile.menuButtons.set(privateChatId(world, parameters), button ?? { type: 'default' })
    return true
  },

  getChatMenuButton(world, { parameters }) {
    const { menuButtons } = world.profile
    return menuButtons.get(privateChatId(world, parameters)) ?? menuButtons.get(0) ?? { type: 'commands' }
  },
} satisfies Record<string, Method>

function set(
  world: World,
  parameters: Parameters,
  field: string,
  texts: ByLanguage,
  longest: number,
): boolean {
  const text = textOf(parameters, field) ?? ''
  const language = languageOf(parameters)
  if ([...text].length > longest) throw badRequest(`BOT_${field.toUpperCase()}_TOO_LONG`)
  if (text !== '') texts.set(language, text)
  else if (!(field === 'name' && language === '')) texts.delete(language)
  world.events.tell({ type: 'bot-changed', bot: profileView(world.profile) })
  return true
}

/** A language without its own text shows the one for everybody. */
function get(parameters: Parameters, texts: ByLanguage): string {
  return texts.get(languageOf(parameters)) ?? texts.get('') ?? ''
}

function languageOf(parameters: Parameters): string {
  const language = textOf(parameters, 'language_code') ?? ''
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  return language
}

/** The person whose button is meant, or 0 for everybody's. */
function privateChatId(world: World, parameters: Parameters): number {
  if (integerOf(parameters, 'chat_id') === undefined) return 0
  const chat = chatOf(world, parameters)
  if (chat.kind !== 'private') throw badRequest('chat is not private')
  return chat.id
}
