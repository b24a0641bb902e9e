import { pino } from 'pino'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config.ts'
import { startSuluh } from '../main.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { stopSignal, untilStopped } from './untilStopped.ts'

/** `suluh start`: the bot, until it is told to stop. */
export async function start(): Promise<void> {
  keepHeapSmall()
  // Listened to from the first moment: a signal during the start must not cut it off half-way.
  const signal = stopSignal()
  const config = loadConfig(process.env)
  const log = pino({ level: config.logLevel })
  const suluh = await startSuluh(config, { clock: systemClock, log })
  await untilStopped(signal, suluh)
}
