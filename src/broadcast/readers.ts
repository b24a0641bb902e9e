import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SurveyAudience } from '../survey/audience/service.ts'
import type { Audience } from './audience.ts'
import type { BroadcastStore, Consenting } from './store.ts'

/** Some of those who agreed to be invited, and up to whom they were looked at. */
export interface ReaderBatch {
  /** Those to whom the audience applies, whether they can be reached or not. */
  people: Consenting[]
  /** The last person looked at. */
  last: number
}

/** People looked at in one statement. */
const A_BATCH = 500

/** The people of an audience in the order of their ids, from one person on, some at a time. */
export async function* readerBatches(
  store: Pick<BroadcastStore, 'consenting'>,
  surveys: Pick<SurveyAudience, 'answered' | 'unfinished'>,
  audience: Audience,
  after = 0,
): AsyncGenerator<ReaderBatch> {
  for (let last = after; ; ) {
    const looked = await store.consenting(last, A_BATCH)
    last = looked.at(-1)?.person ?? last
    const described = looked.filter((person) => isDescribed(audience, person))
    yield { people: await byAnswers(surveys, audience, described), last }
    if (looked.length < A_BATCH) return
    // SQLite answers at once: without this, thousands would be gone through while everybody waits.
    await nextTurn()
  }
}

/** Whether what somebody says of themselves is what the audience wants. */
const isDescribed = ({ role, district, unit }: Audience, person: Consenting): boolean =>
  (role === undefined || person.role === role) &&
  (district === undefined || person.district === district) &&
  (unit === undefined || person.unit === unit)

async function byAnswers(
  surveys: Pick<SurveyAudience, 'answered' | 'unfinished'>,
  { answers, unit }: Audience,
  people: Consenting[],
): Promise<Consenting[]> {
  if (!answers || people.length === 0) return people
  const ids = people.map(({ person }) => person)
  switch (answers.are) {
    case 'answered': {
      const found = await surveys.answered(ids, answers.survey, unit)
      return people.filter(({ person }) => found.has(person))
    }
    case 'unanswered': {
      const found = await surveys.answered(ids, answers.survey, unit)
      return people.filter(({ person }) => !found.has(person))
    }
    case 'unfinished': {
      const found = await surveys.unfinished(ids, answers.survey)
      return people.filter(({ person }) => found.has(person))
    }
  }
}
