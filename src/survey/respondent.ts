import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** Names at hand of people who are answering: each turn asks for theirs several times. */
const MOST_NAMES = 5_000

/** What a once-only rule is about: one person, one survey, one unit, one period. */
export interface Occasion {
  survey: number
  /** None for a survey about the regency as a whole. */
  unit: number | null
  period: string
}

/**
 * Names for people that mean nothing without the secret key, which is kept out of the database:
 * Telegram's ids are few enough to be tried one by one, so a plain hash would hide nobody (UU 27/2022).
 */
export interface Respondents {
  /** The same for a person on every occasion; on drafts only, and gone with them. */
  person(id: number): string
  /** Different on every occasion, so that nobody can be followed from one period to the next. */
  respondent(id: number, occasion: Occasion): string
  /** The private chat of a person's draft, to be opened again only with the secret key, and only for that draft. */
  seal(chat: number, draft: string): string
  /** What was sealed; nothing when it was sealed with another key or for another draft. */
  unseal(sealed: string, draft: string): number | undefined
  /** That somebody does not want to be asked for something again. */
  declined(id: number, purpose: string): string
  /** A reader of a broadcast, where nobody may tell from its key who it was. */
  reader(id: number, broadcast: number): string
}

/** What stands for the period where one may answer only once at all. */
export const ONCE = 'once'

/**
 * The occasions that one response uses up. Both are remembered: when it is changed from once a period to once, or back,
 * whoever has answered under the other rule has still answered.
 */
export interface UsedOccasions {
  /** The one by the present rule: no second response. */
  now: string
  otherwise: string
}

export function respondents(secretKey: string): Respondents {
  const people = new LRUCache<number, string>({ max: MOST_NAMES })
  const name = (purpose: string) => createHmac('sha256', secretKey).update(purpose).digest('base64url')
  return {
    person: (id) => {
      const known = people.get(id) ?? name(`person ${id}`)
      people.set(id, known)
      return known
    },
    respondent: (id, { survey, unit, period }) => name(`respondent ${id} ${survey} ${unit} ${period}`),
    declined: (id, purpose) => name(`declined ${purpose} ${id}`),
    reader: (id, broadcast) => name(`reader ${id} ${broadcast}`),
    ...sealing(createHmac('sha256', secretKey).update('the chats of drafts').digest()),
  }
}

/** Bytes of the random start value and of the seal itself (AES-256-GCM). */
const [START, TAG] = [12, 16]

function sealing(key: Buffer): Pick<Respondents, 'seal' | 'unseal'> {
  return {
    seal(chat, draft) {
      const start = randomBytes(START)
      const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(draft))
      // Always as long, so that the length tells nothing either.
      const number = Buffer.alloc(8)
      number.writeBigInt64BE(BigInt(chat))
      const hidden = Buffer.concat([cipher.update(number), cipher.final()])
      return Buffer.concat([start, cipher.getAuthTag(), hidden]).toString('base64url')
    },

    unseal(sealed, draft) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length !== START + TAG + 8) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, START), { authTagLength: TAG })
        .setAAD(Buffer.from(draft))
        .setAuthTag(bytes.subarray(START, START + TAG))
      const number = decipher.update(bytes.subarray(START + TAG))
      try {
        decipher.final()
      } catch {
        // The only way in which it says that the seal is not this key's, or not this draft's.
        return undefined
      }
      return Number(number.readBigInt64BE())
    },
  }
}

/** A name that tells nothing, neither when nor for whom it was made. */
export const randomId = () => randomBytes(12).toString('base64url')
