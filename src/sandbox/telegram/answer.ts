import { Refusal, type RefusalParameters } from './refusal.ts'

export type Envelope =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: RefusalParameters }

/** What goes back: an envelope, a web server's error page, or nothing because the connection dies. */
export type Answer =
  | { is: 'envelope'; status: number; envelope: Envelope }
  | { is: 'page'; status: number; html: string }
  | { is: 'reset' }

/** A call that worked. */
export function granted(result: unknown): Answer {
  return { is: 'envelope', status: 200, envelope: { ok: true, result } }
}

/** A call that was refused. @throws what is no refusal: a defect of the local Telegram itself */
export function refused(problem: unknown): Answer {
  if (!(problem instanceof Refusal)) throw problem
  const { code, message, parameters } = problem
  const envelope = {
    ok: false as const,
    error_code: code,
    description: message,
    ...(parameters && { parameters }),
  }
  return { is: 'envelope', status: code, envelope }
}
