import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FileRef } from '../protocol.ts'
import { FileFacts } from './FileCard.tsx'
import { fileAddress } from './localTelegram.ts'
import { FilmPlayer, SoundPlayer } from './Player.tsx'
import type { Field, Question } from './question.ts'

/** A modal window; Escape and "Batal" answer nothing. */
export function QuestionWindow({ question }: { question: Question }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const { title, text, preview, kind, fields, confirm } = question

  return (
    <dialog
      ref={dialog}
      class="question"
      role={kind === 'alert' ? 'alertdialog' : 'dialog'}
      aria-labelledby="question-title"
      onCancel={(event) => {
        event.preventDefault()
        question.answer(undefined)
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          question.answer(Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')])))
        }}
      >
        <h2 id="question-title">{title}</h2>
        {text && <p>{text}</p>}
        {preview && <Preview file={preview} />}
        {fields.map((field) => (
          <FieldLine key={field.name} field={field} />
        ))}
        <div class="question-buttons">
          {kind === 'question' && (
            <button type="button" class="quiet" onClick={() => question.answer(undefined)}>
              Batal
            </button>
          )}
          <button type="submit" class="strong">
            {confirm}
          </button>
        </div>
      </form>
    </dialog>
  )
}

function FieldLine({ field }: { field: Field }) {
  const { name, label, value = '', kind = 'text', options = [], isRequired = false, hint } = field
  const { pattern, longest, least, most } = field
  if (kind === 'checkbox') {
    return (
      <label class="field is-checkbox">
        <input type="checkbox" name={name} value="yes" defaultChecked={value === 'yes'} />
        {label}
      </label>
    )
  }
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      {kind === 'select' ? (
        <select
          id={`field-${name}`}
          name={name}
          onChange={({ currentTarget }) =>
            fill(currentTarget.form, options.find((option) => option.value === currentTarget.value)?.fills)
          }
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={`field-${name}`}
          name={name}
          type={kind}
          step="any"
          defaultValue={value}
          required={isRequired}
          {...(pattern && { pattern })}
          {...(longest && { maxLength: longest })}
          {...(least !== undefined && { min: least })}
          {...(most !== undefined && { max: most })}
          title={hint ?? ''}
          autocomplete="off"
        />
      )}
      {hint && <small>{hint}</small>}
    </div>
  )
}

function Preview({ file }: { file: FileRef }) {
  return <div class="preview">{shownAs(file)}</div>
}

function shownAs(file: FileRef) {
  if (/^image\/(jpeg|png|webp|gif)$/.test(file.mimeType))
    return <img src={fileAddress(file)} alt={file.name} />
  if (file.mimeType.startsWith('video/')) return <FilmPlayer file={file} />
  if (file.mimeType.startsWith('audio/')) return <SoundPlayer file={file} name={file.name} />
  return (
    <div class="card">
      <FileFacts file={file} />
    </div>
  )
}

/** Writes values into other fields of the form. */
function fill(form: HTMLFormElement | null, values: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}
