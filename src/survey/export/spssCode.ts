import type { ResultOption, ResultQuestion } from '../results/resultForm.ts'
import { plainNumber } from './plainNumber.ts'

/**
 * The number that stands for a choice in SPSS, which reckons with numbers only: the code itself where all codes of
 * the question are numbers, else 1, 2, 3 … in the order in which versions brought the choices. The codebook and the
 * value labels say which is which.
 */
export function spssCode(
  { options }: Pick<ResultQuestion, 'options'>,
  { code, order }: ResultOption,
): number {
  return options.every((each) => typeof plainNumber(each.code) === 'number') ? Number(code) : order
}
