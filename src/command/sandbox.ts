import { pino } from 'pino'
import { startSandbox } from '../sandbox/startSandbox.ts'
import { print } from './print.ts'
import { stopSignal, untilStopped } from './untilStopped.ts'

/** `suluh sandbox`: everything on this machine, until Ctrl-C. */
export async function sandbox({ port, fresh = false }: { port: number; fresh?: boolean }): Promise<void> {
  const signal = stopSignal()
  // Only what is wrong is logged: the page has a journal of everything else.
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, process.stderr)
  const running = await startSandbox({ port, fresh }, log)
  const { address, units } = running
  print(`
Suluh runs on this machine: ${address}

  A citizen answers the survey of a unit   ${address}/?as=siti&start=${units[0]?.code}
  An admin reads the index: send /hasil    ${address}/?as=ratna
  Other things to try: /start, /bahasa, /batal, a sticker instead of an answer, blocking the bot

Units: ${units.map(({ code }) => code).join(', ')}
Ctrl-C stops. "npm run sandbox -- --fresh" begins with an empty database.`)
  await untilStopped(signal, running)
}
