import type { Html } from '../message/html.ts'
import type { Speak } from '../texts.ts'
import { LEAST_BY_ANSWERS } from './audience.ts'
import type { Sending } from './sending.ts'

/** Why a broadcast is not sent, and what can be done about it. */
export function sendingProblemText(speak: Speak, why: Extract<Sending, { type: 'refused' }>['why']): Html {
  switch (why) {
    case 'survey_closed':
      return speak.html('broadcast.surveyClosed')
    case 'nobody':
      return speak.html('broadcast.nobody')
    case 'too_few':
      return speak.html('broadcast.tooFew', { least: LEAST_BY_ANSWERS })
    case 'past':
      return speak.html('broadcast.past')
    case 'far':
      return speak.html('broadcast.far')
    case 'quiet':
      return speak.html('broadcast.quiet')
    case 'needs_second_admin':
      return speak.html('broadcast.needsSecondAdmin')
  }
}
