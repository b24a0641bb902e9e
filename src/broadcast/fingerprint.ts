import { createHash } from 'node:crypto'
import type { Broadcast } from './broadcast.ts'

/** A few letters that differ when what is said, or to whom, was changed: a preview counts only for what it showed. */
export const fingerprint = ({ content, audience }: Pick<Broadcast, 'content' | 'audience'>): string =>
  createHash('sha256')
    .update(JSON.stringify([content, audience]))
    .digest('base64url')
    .slice(0, 8)
