import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { telegramApi } from '../../src/telegram/api.ts'
import { messageSender } from '../../src/telegram/sender.ts'
import { meetTelegram, messagesIn } from '../sandbox/telegram/meet.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

/** A sender to a local Telegram in which Siti has pressed START, and a folder that goes with the test. */
export async function aSender() {
  const meeting = await meetTelegram()
  const { telegram, act } = meeting
  const siti: number = await act({ do: 'create-person', firstName: 'Siti' })
  await act({ do: 'start', as: siti })
  const api = telegramApi(telegram.apiRoot, telegram.token)
  onTestFinished(() => api.close())
  const folder = temporaryFolder()
  const log: string[] = []
  const gone: number[] = []
  const pauses: number[] = []
  const sender = messageSender({
    api,
    log: pino({ level: 'debug' }, { write: (line: string) => log.push(line) }),
    pause: async (milliseconds) => {
      pauses.push(milliseconds)
    },
    onGone: async (chat) => {
      gone.push(chat)
    },
  })
  return {
    ...meeting,
    api,
    siti,
    sender,
    folder,
    log,
    gone,
    pauses,
    /** What the bot has said to Siti. */
    said: () => messagesIn(telegram, siti).filter(({ from }) => from !== siti),
  }
}
