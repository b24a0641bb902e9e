/** What was looked at. */
export const CHECKS = [
  'settings',
  'database',
  'migrations',
  'holidays',
  'outbox',
  'leader',
  'last runs',
  'quiet hours',
  'files',
  'telegram',
  'webhook',
  'clock',
] as const

export interface Finding {
  what: (typeof CHECKS)[number]
  ok: boolean
  /** One line: what was found, or what is wrong and how to mend it. */
  detail: string
}

/** What is wrong is thrown by whoever looks; this is what was found in order. */
export type Look = () => Promise<string>
