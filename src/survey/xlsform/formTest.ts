/** A conversation that the author of a form wrote down, with what should come of it. */
export interface FormTest {
  name: string
  /** The row of the sheet where it begins. */
  row: number
  /** The language in which the form is asked; the form's own unless told. */
  language?: string
  /** The day on which it is asked, as `2026-03-15`; today unless told. */
  day?: string
  steps: FormTestStep[]
}

/** One line of it. A question is called by its name, or by its path such as `anggota[2]/usia`. */
export type FormTestStep =
  /**
   * The next answer to the question: codes as the form has them, several with spaces between. For a repeat `yes` or
   * `no` to "one more?". Questions without an answer are left blank, required ones too; repeats without one end.
   */
  | { row: number; question: string; is: 'answer'; answer: string; accepted: boolean }
  /** The value in the end; `''` when it should be blank. */
  | { row: number; question: string; is: 'value'; value: string }
  /** The question should not have been asked. */
  | { row: number; question: string; is: 'not_asked' }
