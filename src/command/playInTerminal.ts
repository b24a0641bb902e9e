import { createInterface } from 'node:readline/promises'
import { plainText } from '../message/html.ts'
import { readAnswer } from '../survey/answer/readAnswer.ts'
import type { Survey } from '../survey/definition/survey.ts'
import { perform } from '../survey/interview/answering.ts'
import { type Context, NO_ANSWERS } from '../survey/interview/answers.ts'
import { Form } from '../survey/interview/form.ts'
import { interview, itemBefore, relevantAnswers } from '../survey/interview/interview.ts'
import type { Item } from '../survey/interview/nodes.ts'
import { sayText } from '../survey/interview/sayText.ts'
import { problemText } from '../survey/problemText.ts'
import { loadTexts } from '../texts.ts'
import { print } from './print.ts'

/** Asks a form in the terminal, as the chat would: an empty line leaves a question out, `<` goes back. */
export async function playInTerminal(survey: Survey, context: Context): Promise<void> {
  const speak = (await loadTexts())('en')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  let form = new Form(survey, NO_ANSWERS, context)
  try {
    for (let now = interview(form); 'ask' in now; now = interview(form)) {
      const { ask, notes, number, of } = now
      for (const note of notes) print(`  ${sayText(form, note, note.row.label, context.language) ?? ''}`)
      print(`\n[${number} of ${of}] ${wordsOf(form, ask)}`)
      const typed = (await terminal.question('> ')).trim()
      if (typed === '<') {
        const before = itemBefore(form, ask)
        if (before) form = form.withAnswers({ ...form.answers, open: before.path })
        continue
      }
      const reading = readAnswer(form, ask, typed === '' ? { type: 'skip' } : { type: 'text', text: typed })
      if ('problem' in reading) print(plainText(problemText(speak, form, ask, reading)))
      else
        form = perform(form, {
          path: ask.path,
          value: reading.value,
          reopens: reading.stays === true,
        }).form
    }
  } finally {
    terminal.close()
  }
  print('\nThe end. What is kept:')
  for (const { item, value } of relevantAnswers(form)) print(`${item.path} = ${value}`)
}

function wordsOf(form: Form, item: Item): string {
  const { language } = form.context
  if (item.kind === 'series') {
    const what = sayText(form, item.parent, item.row.label, language) ?? item.row.name
    return `One more: ${what}? (yes, no; ${item.instances().length} so far)`
  }
  const words = sayText(form, item, item.row.label, language) ?? item.row.name
  const options = item.row.list === undefined ? [] : form.offered(item)
  return [
    words,
    ...options.map(
      (option, at) => `  ${at + 1}. ${sayText(form, item, option.text, language) ?? option.name}`,
    ),
  ].join('\n')
}
