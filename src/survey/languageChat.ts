import { Composer } from 'telegraf'
import type { Button } from '../message/message.ts'
import type { People } from '../person/service.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { LANGUAGES, languageOf, type Texts } from '../texts.ts'
import { actorOf } from './actorOf.ts'
import { DEFAULT_LANGUAGE } from './definition/definition.ts'
import { languageFor } from './definition/words.ts'
import type { Surveys } from './service.ts'
import type { TurnShower } from './turnShower.ts'

/** Languages of one survey that are offered, and letters of their names that are kept. */
const MOST_OFFERED = 10
const LONGEST_NAME = 60

/** Buttons for the languages of the survey under way that the interface does not have, such as `Jawa (jv)`. */
export async function surveyLanguages(surveys: Surveys, person: number): Promise<Button[][]> {
  const pass = await surveys.unfinished(person)
  if (!pass) return []
  return pass.form.survey.languages
    .flatMap((name, language): Button[][] =>
      isOwn(name)
        ? [[{ text: name, press: { do: 'read-in' as const, draft: pass.draft.id, language } }]]
        : [],
    )
    .slice(0, MOST_OFFERED)
}

const isOwn = (name: string) =>
  name !== DEFAULT_LANGUAGE &&
  name.length <= LONGEST_NAME &&
  !LANGUAGES.some((language) => languageFor([name], language, '') === name)

/** Choosing a language that only surveys have: their words are read in it, the interface stays Indonesian. */
export function languageChat(parts: {
  surveys: Surveys
  people: People
  texts: Texts
  shower: TurnShower
}): Composer<SuluhContext> {
  const { surveys, people, texts, shower } = parts
  const chat = new Composer<SuluhContext>()
  chat.use(
    onPress({
      'read-in': async (ctx, { draft, language }) => {
        const turn = await surveys.resume(actorOf(ctx), draft)
        const name = 'pass' in turn ? turn.pass.form.survey.languages[language] : undefined
        if (name === undefined || !isOwn(name)) return shower.show(ctx, turn)
        await people.chooseLanguage(ctx.person, name)
        ctx.speak = { ...texts(languageOf(name)), reads: name }
        await ctx.respond({ edit: { html: ctx.speak.html('language.reads', { language: name }) } })
        return shower.show(ctx, turn)
      },
    }),
  )
  return chat
}
