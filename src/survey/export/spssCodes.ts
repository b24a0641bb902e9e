import type { ResultQuestion } from '../results/resultForm.ts'
import { plainNumber } from './plainNumber.ts'

/**
 * The numbers that stand for choices in SPSS, which reckons with numbers only: the codes themselves where all codes of
 * the question are numbers, else 1, 2, 3 … in the order in which versions brought the choices. The codebook and the
 * value labels say which is which.
 */
export function spssCodes({ options }: Pick<ResultQuestion, 'options'>): ReadonlyMap<string, number> {
  const areNumbers = options.every(({ code }) => typeof plainNumber(code) === 'number')
  return new Map(options.map(({ code, order }) => [code, areNumbers ? Number(code) : order]))
}
