import type { Persona } from '../protocol.ts'

/** First and last name as Telegram shows them. */
export function fullName(persona: Pick<Persona, 'firstName' | 'lastName'>): string {
  return [persona.firstName, persona.lastName].filter(Boolean).join(' ')
}

/** Up to two initials, for an avatar. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words
    .slice(0, 2)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '')
    .join('')
    .toUpperCase()
}
