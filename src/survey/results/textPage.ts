import { questionPath } from './answerPath.ts'
import { LEAST_SHOWN } from './hideSmallCells.ts'
import type { ResultQuestion } from './resultForm.ts'
import type { CountedResponse } from './surveyFigures.ts'

/** What was written, a page at a time; nothing where so few answered that each could be guessed. */
export type TextPage = { hidden: true } | { hidden: false; texts: string[]; page: number; isLast: boolean }

/** Texts on a page. */
export const TEXTS_A_PAGE = 20

/**
 * A page of the texts that answer a question, in the order of the responses, which tells nothing. It is read only as
 * far as the page needs.
 * @param n responses in all: with fewer than {@link LEAST_SHOWN}, no text is shown
 */
export async function textsOf(
  batches: AsyncIterable<readonly CountedResponse[]>,
  n: number,
  question: ResultQuestion,
  page: number,
): Promise<TextPage> {
  if (n < LEAST_SHOWN) return { hidden: true }
  const first = page * TEXTS_A_PAGE
  const texts: string[] = []
  let seen = 0
  for await (const batch of batches) {
    for (const text of textsIn(batch, question)) {
      seen += 1
      if (seen > first && texts.length < TEXTS_A_PAGE) texts.push(text)
    }
    if (seen > first + TEXTS_A_PAGE) break
  }
  return { hidden: false, texts, page, isLast: seen <= first + TEXTS_A_PAGE }
}

function* textsIn(batch: readonly CountedResponse[], { path, repeats, versions }: ResultQuestion) {
  for (const { version, answers } of batch) {
    if (!versions.includes(version)) continue
    const paths =
      repeats.length === 0 ? [path] : Object.keys(answers).filter((key) => questionPath(key) === path)
    for (const each of paths) if (answers[each]) yield answers[each]
  }
}
