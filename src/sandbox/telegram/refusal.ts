/** What Telegram puts beside the text of a refusal. */
export interface RefusalParameters {
  retry_after?: number
  migrate_to_chat_id?: number
}

/** Telegram says no: the code is the HTTP status too, the text is Telegram's own. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: number
  readonly parameters: RefusalParameters | undefined
  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** 400, with the first letter made small unless the text begins with a code such as `BUTTON_DATA_INVALID`. */
export function badRequest(text: string, parameters?: RefusalParameters): Refusal {
  const isCode = /^.[A-Z_]/.test(text)
  const words = isCode ? text : text.charAt(0).toLowerCase() + text.slice(1)
  return new Refusal(400, `Bad Request: ${words}`, parameters)
}

/** 403: the other side does not want the bot, or the bot is not there. */
export function forbidden(text: string): Refusal {
  return new Refusal(403, `Forbidden: ${text}`)
}

/** 409: two consumers of the same updates. */
export function conflict(text: string): Refusal {
  return new Refusal(409, `Conflict: ${text}`)
}

/** 429; the waiting time in whole seconds is told in the text, the parameters and a header. */
export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}
