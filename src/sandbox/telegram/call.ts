import type { Parameters } from './parameters.ts'
import type { World } from './world.ts'

/** A file in a multipart body. */
export interface Upload {
  name: string
  mimeType: string
  bytes: Buffer
}

/** One call of the bot, as its method sees it. */
export interface Call {
  /** As the documentation spells it. */
  method: string
  parameters: Parameters
  files: ReadonlyMap<string, Upload>
  /** Notes what a strict reader objects to though Telegram takes it. */
  warn(problem: string): void
  /** Tells a waiting call that the bot has hung up. */
  whenAbandoned(listener: () => void): void
}

/**
 * What a method of the Bot API does; its result is the `result` of the answer.
 * @throws Refusal when Telegram would refuse
 */
export type Method = (world: World, call: Call) => unknown
