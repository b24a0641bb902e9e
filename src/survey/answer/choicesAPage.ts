/** Choices shown at a time; of more, people turn pages or type what they look for. */
export const CHOICES_A_PAGE = 8
