// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { readAnswer } from '../src/survey/answer/readAnswer.ts'
import { compileSurvey } from '../src/survey/definition/compileSurvey.ts'
import type { Definition, RowDefinition } from '../src/survey/definition/definition.ts'
import type { Survey } from '../src/survey/definition/survey.ts'
import { compileExpression } from '../src/survey/expression/compileExpression.ts'
import { perform } from '../src/survey/interview/answering.ts'
import { type Context, NO_ANSWERS } from '../src/survey/interview/answers.ts'
import { Form } from '../src/survey/interview/form.ts'
import { interview } from '../src/survey/interview/interview.ts'

const CONTEXT: Context = {
  today: '2026-11-24',
  now: '2026-11-24T08:00:00.000+07:00',
  seed: 1,
  language: 'id',
}

const SIMPLE = ["${q1} = '2'", '${usia} >= 17 and ${usia} <= 70', "selected(${banyak}, 'b') or ${q2} != ''"]

/** Times the engine by itself: one process, no database, no Telegram. */
export function benchEngine(): Record<string, string> {
  return {
    'ordinary form (60 questions), one answer': answerTimes(survey(ordinary(60))),
    'form of 1,000 questions, one answer': answerTimes(survey(ordinary(1_000))),
    'form with 800 dependent calculates, one answer': answerTimes(survey(chain(800))),
    'repeat of 200 instances, one answer': answerTimes(survey(household()), 1_000),
    'simple expressions a second': expressionRate(),
  }
}

function survey(rows: RowDefinition[]): Survey {
  const choices = {
    abc: ['a', 'b', 'c', '1', '2'].map((name) => ({ name, label: { id: `Pilihan ${name}` } })),
  }
  const definition: Definition = {
    format: 2,
    settings: { title: { id: 'Bench' }, default_language: 'id' },
    survey: rows,
    choices,
  }
  return compileSurvey(definition)
}

const label = { id: 'Bagaimana pendapat Bapak/Ibu tentang ${nama}?' }

/** Groups of ten questions of all kinds, every third with a condition on an earlier one, every fifth with a rule. */
function ordinary(count: number): RowDefinition[] {
  const questions = Array.from({ length: count - 1 }, (_, index): RowDefinition => {
    const name = `q${index}`
    const relevant = index % 3 === 2 ? { relevant: `\${q${index - 2}} != '' and \${nama} != ''` } : {}
    if (index % 5 === 0)
      return { type: 'integer', name, label, constraint: '. >= 0 and . < 200', required: true, ...relevant }
    if (index % 7 === 3) return { type: 'text', name, label, ...relevant }
    return { type: 'select_one', name, list: 'abc', label, required: true, ...relevant }
  })
  const groups: RowDefinition[] = []
  for (let first = 0; first < questions.length; first += 10)
    groups.push({
      type: 'group',
      name: `g${first}`,
      label: { id: 'Bagian' },
      children: questions.slice(first, first + 10),
    })
  return [{ type: 'text', name: 'nama', label: { id: 'Nama?' } }, ...groups]
}

function chain(count: number): RowDefinition[] {
  const calculates = Array.from(
    { length: count },
    (_, index): RowDefinition => ({
      type: 'calculate',
      name: `c${index}`,
      calculation: index === 0 ? '${awal} + 1' : `\${c${index - 1}} + 1`,
    }),
  )
  const asked = Array.from(
    { length: 20 },
    (_, index): RowDefinition => ({
      type: 'integer',
      name: `tanya${index}`,
      label,
      relevant: `\${c${count - 1}} > ${index}`,
    }),
  )
  return [
    { type: 'text', name: 'nama', label: { id: 'Nama?' } },
    { type: 'integer', name: 'awal', label },
    ...calculates,
    ...asked,
  ]
}

function household(): RowDefinition[] {
  return [
    { type: 'text', name: 'nama', label: { id: 'Nama?' } },
    {
      type: 'repeat',
      name: 'anggota',
      repeat_count: '200',
      children: [
        { type: 'integer', name: 'umur', label },
        { type: 'select_one', list: 'abc', name: 'kerja', label, relevant: '${umur} > 15' },
        { type: 'calculate', name: 'dewasa', calculation: 'if(${umur} > 17, 1, 0)' },
      ],
    },
    { type: 'calculate', name: 'jumlah_dewasa', calculation: 'sum(${dewasa})' },
  ]
}

/** Reads, applies and asks on, as one answer in the chat does; in milliseconds. */
function answerTimes(asked: Survey, most = 2_000): string {
  const times: number[] = []
  for (let round = 0; round < 3 && times.length < most; round++) {
    let form = new Form(asked, NO_ANSWERS, CONTEXT)
    let now = interview(form)
    while ('ask' in now && times.length < most * (round + 1)) {
      const began = performance.now()
      const item = now.ask
      const fresh = new Form(asked, form.answers, CONTEXT)
      const reading = readAnswer(fresh, item, { type: 'text', text: '1' })
      if ('problem' in reading) throw new Error(`${item.path}: ${reading.problem}`)
      form = perform(fresh, { path: item.path, value: reading.value, reopens: false }).form
      now = interview(form)
      // The first round warms the machine up.
      if (round > 0) times.push(performance.now() - began)
    }
  }
  times.sort((one, other) => one - other)
  const at = (part: number) => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(3)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}

function expressionRate(): string {
  const rows = survey([
    { type: 'text', name: 'nama', label: { id: 'Nama?' } },
    { type: 'integer', name: 'usia', label },
    { type: 'select_one', list: 'abc', name: 'q1', label },
    { type: 'select_one', list: 'abc', name: 'q2', label },
    { type: 'select_multiple', list: 'abc', name: 'banyak', label },
  ])
  const values = new Map([
    ['usia', '35'],
    ['q1', '2'],
    ['q2', 'a'],
    ['banyak', 'a b'],
  ])
  const form = new Form(rows, { values, kept: new Map() }, CONTEXT)
  const expressions = SIMPLE.map((source) => compileExpression(source, rows, rows.root))
  const evaluate = (count: number) => {
    for (let index = 0; index < count; index++)
      for (const expression of expressions) form.evaluate(expression, form.root)
  }
  evaluate(100_000)
  const began = performance.now()
  evaluate(1_000_000)
  const rate = (3 * 1_000_000) / ((performance.now() - began) / 1000)
  return `${(rate / 1e6).toFixed(1)} million`
}
