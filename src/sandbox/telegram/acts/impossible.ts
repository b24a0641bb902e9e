/** Somebody wants what Telegram's app would not let them do; the message tells them why, in Indonesian. */
export class Impossible extends Error {
  override name = 'Impossible'
}
