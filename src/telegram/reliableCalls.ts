import type { Logger } from 'pino'
import type { TelegramApi } from './api.ts'
import { bestCall } from './bestCall.ts'
import type { Pause } from './pause.ts'
import { persist } from './persist.ts'
import { TelegramRefusal } from './refusal.ts'
import type { TelegramCall } from './sendingCalls.ts'

/**
 * Calls that end well if they can: waits when told to, tries again when Telegram was out of reach, falls back as
 * `bestCall` does, and tells when somebody is gone.
 */
export function reliableCalls(parts: {
  api: TelegramApi
  log: Logger
  pause: Pause
  onGone: (chat: number) => Promise<void>
}) {
  const { api, log, pause, onGone } = parts
  const make = bestCall(api, log)
  const onIdle: (() => void)[] = []
  let underWay = 0

  /** Keeps count of what is under way, and has a fault logged even when nobody waits for it any more. */
  async function call(given: TelegramCall): Promise<unknown> {
    underWay++
    try {
      return await make(given, (attempt) => persist(pause, attempt))
    } catch (fault) {
      return await settle(given, fault).catch(logged(given.method))
    } finally {
      underWay--
      if (underWay === 0) for (const tell of onIdle.splice(0)) tell()
    }
  }

  /** Nothing when the call was moot or the person is gone. */
  async function settle({ method, parameters }: TelegramCall, fault: unknown): Promise<unknown> {
    if (!(fault instanceof TelegramRefusal)) throw fault
    switch (fault.refusal.kind) {
      case 'moot':
        log.debug({ method, code: fault.code }, 'a call came too late to matter')
        return undefined
      case 'unchanged':
        return true
      case 'gone':
        // A group that threw us out is nobody to remember, and a press names no chat at all.
        if (Number(parameters.chat_id) > 0) await onGone(Number(parameters.chat_id))
        return undefined
      default:
        throw fault
    }
  }

  const logged = (method: string) => (fault: unknown) => {
    log.warn({ method, fault: (fault as Error).message }, 'a call to Telegram failed')
    throw fault
  }

  return {
    call,
    /** Resolves when nothing is under way any more. */
    async idle(): Promise<void> {
      while (underWay > 0) await new Promise<void>((resolve) => onIdle.push(resolve))
    },
  }
}
