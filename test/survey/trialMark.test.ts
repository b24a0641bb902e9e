import { beforeAll, expect, test } from 'vitest'
import type { Message } from '../../src/message/message.ts'
import { emptyDraft } from '../../src/survey/draft.ts'
import { interview } from '../../src/survey/interview/interview.ts'
import type { Series } from '../../src/survey/interview/nodes.ts'
import { openingReply } from '../../src/survey/openingReply.ts'
import { removeMessage } from '../../src/survey/removeMessage.ts'
import { stoppedMessage } from '../../src/survey/stoppedMessage.ts'
import type { Pass, Turn } from '../../src/survey/turn.ts'
import { turnReply } from '../../src/survey/turnReply.ts'
import { loadTexts, type Speak } from '../../src/texts.ts'
import { answersOf, formOf, itemOf, surveyOf } from './asking.ts'

let speak: Speak
beforeAll(async () => {
  speak = (await loadTexts())('id')
})

const survey = surveyOf(
  { type: 'note', name: 'salam', label: { id: 'Salam '.repeat(900) } },
  { type: 'select_one', name: 'nilai', list: 'nilai', label: { id: 'Nilai?' } },
  { type: 'repeat', name: 'anak', children: [{ type: 'text', name: 'nama' }] },
)

function passOf(values: Record<string, string>): Pass {
  const opened = { id: 'd'.repeat(16), person: 'p', respondent: 'r', version: 1, unit: null, period: '2026' }
  return {
    draft: { ...emptyDraft(opened), values: new Map(Object.entries(values)) },
    form: formOf(survey, answersOf(values)),
    info: { code: 'uji' },
    isTrial: true,
    unit: undefined,
  } as unknown as Pass
}

test('every message of a trial says that it is one', () => {
  const [empty, whole] = [passOf({}), passOf({ nilai: 'n1', 'anak[1]/nama': 'Ani', anak: '1' })]
  const item = itemOf(whole.form, 'nilai')
  const at = (pass: Pass) => ({ pass, interview: interview(pass.form) })
  const option = survey.options('nilai')[0]
  const turns: Turn[] = [
    { type: 'at', ...at(empty) },
    { type: 'at', ...at(whole) },
    { type: 'answered', ...at(whole), item, value: 'n1', hidden: [itemOf(whole.form, 'anak[1]/nama')] },
    { type: 'ticked', ...at(empty), choice: 0, isTyped: false },
    { type: 'ticked', ...at(empty), choice: undefined, isTyped: true },
    { type: 'problem', pass: empty, item, problem: { problem: 'needs_choice' } },
    {
      type: 'problem',
      pass: empty,
      item,
      problem: { problem: 'several_choices', count: 2, found: option ? [option] : [] },
    },
    { type: 'stale', ...at(whole), item, isDoubleTap: false },
    { type: 'submitted', pass: whole },
  ]
  const replies = turns.map((turn) => turnReply(speak, turn, 'below'))
  const visitor = { name: 'Siti', offer: undefined, survey: '_1' }
  const messages: Message[] = [
    ...replies.flatMap(({ edit, say = [] }) => [...(edit ? [edit] : []), ...say]),
    ...(openingReply(speak, visitor, { type: 'unfinished', ...at(empty) }).say ?? []),
    stoppedMessage(speak, empty),
    removeMessage(speak, whole, itemOf(whole.form, 'anak') as Series, item),
  ]
  expect(messages.length).toBeGreaterThan(14)
  // Of a long one, what comes first.
  for (const { html, before = [] } of messages) expect(before[0] ?? html).toContain('🧪')
})
