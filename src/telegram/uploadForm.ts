import { FormData } from 'undici'
import type { Upload } from './openUpload.ts'

/** The parameter value that stands for the uploaded file. */
export const ATTACHED = 'attach://file'

/** A call with a file as a form: objects as the JSON that Telegram expects there, the file last. */
export function uploadForm(parameters: object, { name, blob }: Upload): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(parameters)) {
    if (value !== undefined)
      form.set(field, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  form.set(ATTACHED.slice('attach://'.length), blob, name)
  return form
}
