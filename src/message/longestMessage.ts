/** Characters of one message, once its HTML is read; Telegram refuses more. */
export const LONGEST_MESSAGE = 4096

/** Characters of the words below a photo or another file. */
export const LONGEST_CAPTION = 1024
