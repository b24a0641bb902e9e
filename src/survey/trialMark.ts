import { type Html, html } from '../message/html.ts'
import type { Speak } from '../texts.ts'
import type { Pass } from './turn.ts'

/** What every message of a trial begins with, so that nobody takes it for the survey itself. */
export const trialMark = (speak: Speak, { isTrial }: Pass): Html | undefined =>
  isTrial ? html`<i>${speak.plain('survey.trial')}</i>` : undefined
