import type { UserFromGetMe } from 'telegraf/types'
import { OperatorProblem } from '../operatorProblem.ts'
import type { TelegramApi } from './api.ts'
import { TelegramRefusal } from './refusal.ts'

/**
 * Asks Telegram who we are: the first call, which shows whether the token and the way there are right.
 * @throws with one line for the operator that names the setting
 */
export async function identify(api: TelegramApi, apiRoot: string): Promise<UserFromGetMe> {
  try {
    return (await api.call('getMe', {}, { timeoutMs: 15_000 })) as UserFromGetMe
  } catch (fault) {
    if (!(fault instanceof TelegramRefusal)) {
      throw new OperatorProblem(
        `Telegram cannot be reached at ${apiRoot} (${(fault as Error).message}); check the network or TELEGRAM_API_ROOT`,
      )
    }
    if (fault.code === 401 || fault.code === 404) {
      throw new OperatorProblem('Telegram refuses BOT_TOKEN; copy it once more from @BotFather')
    }
    throw new OperatorProblem(`Telegram refuses to say who the bot is (${fault.message})`)
  }
}
