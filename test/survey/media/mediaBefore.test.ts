import { expect, test } from 'vitest'
import { compileSurvey } from '../../../src/survey/definition/compileSurvey.ts'
import type { Definition, RowDefinition } from '../../../src/survey/definition/definition.ts'
import { NO_ANSWERS } from '../../../src/survey/interview/answers.ts'
import { Form } from '../../../src/survey/interview/form.ts'
import { interview } from '../../../src/survey/interview/interview.ts'
import { mediaBefore } from '../../../src/survey/media/mediaBefore.ts'
import { namedMedia } from '../../../src/survey/media/namedMedia.ts'
import { loadTexts } from '../../../src/texts.ts'
import { HARI_INI } from '../asking.ts'

const texts = await loadTexts()

/** A form of these rows, with so many choices that have pictures. */
const definitionOf = (survey: RowDefinition[], choices = 2): Definition => ({
  format: 2,
  settings: { title: { id: 'Rambu' }, default_language: 'id' },
  survey,
  choices: {
    rambu: Array.from({ length: choices }, (_, index) => ({
      name: `r${index}`,
      label: { id: `Rambu ${index}` },
      media: { image: { id: `R${index}.PNG` } },
    })),
  },
})

/** What goes before the first question. */
function before(definition: Definition, language: 'id' | 'en' = 'id') {
  const form = new Form(compileSurvey(definition), NO_ANSWERS, HARI_INI)
  const asking = interview(form)
  if (!('ask' in asking)) throw new Error('nothing is asked')
  return mediaBefore(texts(language), form, asking)
}

const label = { id: 'Apa ini?', en: 'What is this?' }
const question: RowDefinition = {
  type: 'select_one',
  list: 'rambu',
  name: 'rambu',
  label,
  media: { 'big-image': { id: 'besar.png' }, audio: { id: 'suara.mp3', en: 'voice.mp3' } },
}
const note: RowDefinition = { type: 'note', name: 'peta', label, media: { video: { id: 'peta.mp4' } } }

test('the files of notes come first, then those of the question, then those of its choices', () => {
  expect(before(definitionOf([note, question]))).toEqual([
    { name: 'peta.mp4' },
    { name: 'besar.png' },
    { name: 'suara.mp3' },
    { name: 'r0.png', choice: 'Rambu 0' },
    { name: 'r1.png', choice: 'Rambu 1' },
  ])
})

test('files are those of the reader’s language, where there are any', () => {
  expect(before(definitionOf([question], 0), 'en')).toEqual([{ name: 'besar.png' }, { name: 'voice.mp3' }])
})

test('of more choices than help, none is shown', () => {
  expect(before(definitionOf([question], 9))).toHaveLength(2)
  expect(before(definitionOf([question], 8))).toHaveLength(10)
})

test('a question without files has none', () => {
  expect(before(definitionOf([{ type: 'text', name: 'saran', label }]))).toEqual([])
})

test('all files that a form names are known, also in groups and of every language', () => {
  const group: RowDefinition = { type: 'group', name: 'g', children: [note, question] }
  expect(Object.fromEntries(namedMedia(definitionOf([group], 1)))).toEqual({
    'peta.mp4': 'video',
    'besar.png': 'image',
    'suara.mp3': 'audio',
    'voice.mp3': 'audio',
    'r0.png': 'image',
  })
})
