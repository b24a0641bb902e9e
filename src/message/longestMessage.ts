/** Characters of one message, once its HTML is read; Telegram refuses more. */
export const LONGEST_MESSAGE = 4096
