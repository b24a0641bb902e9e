import type { Logger } from 'pino'
import { LANGUAGES, type Texts } from '../texts.ts'
import type { TelegramApi } from './api.ts'

const FOR_ADMINS = ['hasil', 'survei', 'siaran', 'libur', 'pegawai', 'peran'] as const
const COMMANDS = ['start', 'batal', 'undangan', 'berhenti', 'daftar', 'bahasa', 'bantuan'] as const

/**
 * Tells Telegram what the bot is and which commands it has, in every language; admins see theirs too.
 * Only what differs is sent: Telegram limits how often a bot may introduce itself. A refusal is no reason
 * not to start.
 */
export async function introduce(
  api: TelegramApi,
  texts: Texts,
  admins: ReadonlySet<number>,
  log: Logger,
): Promise<void> {
  for (const language of LANGUAGES) {
    // Indonesian is what everybody sees whose language we do not speak.
    const language_code = language === LANGUAGES[0] ? '' : language
    const speak = texts(language)
    const commands = COMMANDS.map((command) => ({ command, description: speak.plain(`commands.${command}`) }))
    const forAdmins = [
      ...commands,
      ...FOR_ADMINS.map((command) => ({ command, description: speak.plain(`commands.${command}`) })),
    ]
    await bring('Commands', { language_code }, { commands })
    for (const chat_id of admins)
      await bring('Commands', { language_code, scope: { type: 'chat', chat_id } }, { commands: forAdmins })
    await bring('Description', { language_code }, { description: speak.plain('bot.description') })
    await bring(
      'ShortDescription',
      { language_code },
      { short_description: speak.plain('bot.shortDescription') },
    )
  }

  async function bring(what: string, where: object, wanted: object): Promise<void> {
    try {
      const present = await api.call(`getMy${what}`, where)
      const isThere =
        JSON.stringify(present) === JSON.stringify('commands' in wanted ? wanted.commands : wanted)
      if (!isThere) await api.call(`setMy${what}`, { ...where, ...wanted })
    } catch (fault) {
      // An admin who never pressed START has no chat yet in which commands could be shown.
      log.debug({ fault: (fault as Error).message }, 'the bot could not introduce itself everywhere')
    }
  }
}
