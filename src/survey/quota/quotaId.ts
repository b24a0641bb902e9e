import { createHash } from 'node:crypto'
import type { Quota } from '../surveyInfo.ts'

/** A short name of what a quota limits, for buttons: a second press removes nothing else. */
export const quotaId = ({ path, value }: Pick<Quota, 'path' | 'value'>): string =>
  createHash('sha256')
    .update(JSON.stringify([path, value]))
    .digest('base64url')
    .slice(0, 12)
