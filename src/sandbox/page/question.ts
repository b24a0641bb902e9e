import type { FileRef } from '../protocol.ts'

/** A window that asks the person in front of the screen something. */
export interface Question {
  key: number
  title: string
  text?: string
  /** A file to look at before it is sent. */
  preview?: FileRef
  /** `alert` is the bot's own alert: it has one button only. */
  kind: 'alert' | 'question'
  fields: Field[]
  confirm: string
  /** Called once: the values by field name, or undefined when the window was closed. */
  answer(values: Record<string, string> | undefined): void
}

/** One line of a form; a ticked box has the value `yes`, an empty one ``. */
export interface Field {
  name: string
  label: string
  value?: string
  kind?: 'text' | 'number' | 'checkbox' | 'select'
  /** What can be selected; `fills` are values of other fields that come with it. */
  options?: { value: string; label: string; fills?: Record<string, string> }[]
  isRequired?: boolean
  pattern?: string
  /** Characters. */
  longest?: number
  /** Bounds of a number. */
  least?: number
  most?: number
  hint?: string
}
