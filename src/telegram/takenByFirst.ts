import type { SuluhContext } from './context.ts'

/** Takes a file that somebody sent, if it is this feature's; tells whether it was. */
export type TakeFile = (ctx: SuluhContext, bytes: Uint8Array, fileId: string) => Promise<boolean>

/** Asks each feature in turn whether a file is its own. */
export const takenByFirst =
  (...features: readonly TakeFile[]): TakeFile =>
  async (ctx, bytes, fileId) => {
    for (const take of features) if (await take(ctx, bytes, fileId)) return true
    return false
  }
