import { createHmac } from 'node:crypto'

export type KeyedHash = (purpose: string, text: string) => string

/**
 * What stands in the database for something that nobody is to read there: codes, and who tried what. Without the
 * secret key, which is kept out of the database, not even what has few values can be found by trying.
 */
export const keyedHash =
  (secretKey: string): KeyedHash =>
  (purpose, text) =>
    createHmac('sha256', secretKey).update(`${purpose} ${text}`).digest('base64url')
