import type { Call, Method } from '../call.ts'
import { integerOf, isObject, type Parameters, structureOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { type Command, commandsKey, profileView } from '../state/commands.ts'
import { chatOf } from '../state/findChat.ts'
import type { World } from '../world.ts'

const mostCommands = 100

/** Methods for the lists of commands, one for each scope and language. */
export const commands = {
  setMyCommands(world, call) {
    const key = keyOf(world, call.parameters)
    const given = structureOf(call.parameters, 'commands', "can't parse commands JSON object")
    const list = Array.isArray(given) ? given : []
    if (list.length > mostCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH')
    const commands = list.map(readCommand)
    if (commands.length === 0) world.profile.commands.delete(commandsKey(key.scope, key.language))
    else world.profile.commands.set(commandsKey(key.scope, key.language), { ...key, commands })
    world.events.tell({ type: 'bot-changed', bot: profileView(world.profile) })
    return true
  },

  getMyCommands(world, { parameters }) {
    const { scope, language } = keyOf(world, parameters)
    return world.profile.commands.get(commandsKey(scope, language))?.commands ?? []
  },

  deleteMyCommands(world, call: Call) {
    const { scope, language } = keyOf(world, call.parameters)
    world.profile.commands.delete(commandsKey(scope, language))
    world.events.tell({ type: 'bot-changed', bot: profileView(world.profile) })
    return true
  },
} satisfies Record<string, Method>

function readCommand(given: unknown): Command {
  if (!isObject(given)) throw badRequest("can't parse BotCommand: expected an Object")
  const { command, description } = given
  if (typeof command !== 'string') throw badRequest('can\'t parse BotCommand: Can\'t find field "command"')
  if (typeof description !== 'string') {
    throw badRequest('can\'t parse BotCommand: Can\'t find field "description"')
  }
  const name = command.replace(/^\//, '')
  if (name === '') throw badRequest('command must be non-empty')
  if ([...name].length > 32) throw badRequest('command length must not exceed 32')
  if (description.trim() === '') throw badRequest('command description must be non-empty')
  if ([...description].length > 256) throw badRequest('command description length must not exceed 256')
  if (!/^[a-z0-9_]+$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  return { command: name, description }
}

function keyOf(world: World, parameters: Parameters): { scope: string; language: string } {
  const language = textOf(parameters, 'language_code') ?? ''
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  const scope = structureOf(parameters, 'scope', "can't parse BotCommandScope JSON object")
  if (scope === undefined) return { scope: 'default', language }
  if (!isObject(scope)) throw badRequest("can't parse BotCommandScope: expected an Object")
  return { scope: scopeName(world, scope), language }
}

function scopeName(world: World, scope: Record<string, unknown>): string {
  switch (scope.type) {
    case 'default':
    case 'all_private_chats':
    case 'all_group_chats':
    case 'all_chat_administrators':
      return scope.type
    case 'chat':
    case 'chat_administrators':
      return `${scope.type}:${chatOf(world, scope).id}`
    case 'chat_member':
      return `chat_member:${chatOf(world, scope).id}:${integerOf(scope, 'user_id') ?? 0}`
    default:
      throw badRequest("can't parse BotCommandScope: Unsupported type specified")
  }
}
