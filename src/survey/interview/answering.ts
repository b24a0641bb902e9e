import type { Answers } from './answers.ts'
import { consequencesOf } from './consequences.ts'
import type { Form } from './form.ts'

/** One act on one path: a value given, or a question gone back to. */
export interface Act {
  path: string
  /** `''` is blank on purpose; `null` when a question was gone back to before it had an answer. */
  value: string | null
  /** The question stays open after this act, or was opened again by it. */
  reopens: boolean
  /** What followed from the act when it happened: values kept, answers dropped. Absent for most. */
  kept?: Record<string, string>
  dropped?: string[]
}

/** The answers after an act, its consequences among them. The answers before are left as they were. */
export function afterAct({ values, kept }: Answers, act: Act): Answers {
  const next = new Map(values)
  if (act.value !== null) next.set(act.path, act.value)
  for (const path of act.dropped ?? []) next.delete(path)
  const nextKept = act.kept ? new Map([...kept, ...Object.entries(act.kept)]) : kept
  return { values: next, kept: nextKept, ...(act.reopens && { open: act.path }) }
}

/** An act with all that follows from it, and the form as it is afterwards. */
export function perform(form: Form, act: Act): { act: Act; form: Form } {
  const after = form.withAnswers(afterAct(form.answers, act))
  if (act.value === null) return { act, form: after }
  const consequences = consequencesOf(form, after)
  if (!consequences) return { act, form: after }
  const { kept, dropped } = consequences
  const whole: Act = {
    ...act,
    ...(Object.keys(kept).length > 0 && { kept }),
    ...(dropped.length > 0 && {
      dropped: [...(act.dropped ?? []), ...dropped.filter((path) => path !== act.path)],
    }),
  }
  return { act: whole, form: form.withAnswers(afterAct(form.answers, whole)) }
}
