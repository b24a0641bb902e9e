import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml } from '../message/html.ts'
import type { Speak } from '../texts.ts'
import { CHOICES_A_PAGE } from './answer/choicesAPage.ts'
import { rankedSoFar } from './answer/rankedSoFar.ts'
import type { Form } from './interview/form.ts'
import type { Item } from './interview/nodes.ts'
import { LONGEST } from './labelOf.ts'
import { choiceWords, valueWords } from './valueWords.ts'

/** Characters of one thing among those put in order: twenty of them leave room in a message. */
const LONGEST_RANKED = 60

/** What is known of the answer while it is being asked for: what is filled in, chosen or put in order by now. */
export function answerSoFar(speak: Speak, form: Form, item: Item): Html | undefined {
  if (item.kind === 'series') return undefined
  const value = form.stored(item)
  switch (item.row.definition.type) {
    case 'rank':
      return joinHtml(
        rankedSoFar(form, item).map(
          (name, place) =>
            html`<b>${place + 1}. ${clip(choiceWords(speak, form, item, name), LONGEST_RANKED)}</b>`,
        ),
      )
    case 'select_multiple':
      // Ticks on the buttons show it, unless some of them are on another page.
      if (value === '' || form.offered(item).length <= CHOICES_A_PAGE) return undefined
      return speak.html('survey.ticked', { value: clip(valueWords(speak, form, item, value), LONGEST.value) })
    default:
      if (value === '') return undefined
      return speak.html('survey.current', {
        value: clip(valueWords(speak, form, item, value), LONGEST.value),
      })
  }
}
