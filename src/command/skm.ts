import { OperatorProblem } from '../operatorProblem.ts'
import { indexOfFile } from '../skm/indexOfFile.ts'
import { indexTable } from '../skm/indexTable.ts'
import type { WeightRule } from '../skm/satisfactionIndex.ts'
import { print } from './print.ts'

/** `suluh skm FILE`: the index of raw questionnaires, typed from paper or exported from elsewhere. */
export async function skm(
  file: string,
  { weight, json }: { weight: WeightRule; json?: boolean },
): Promise<void> {
  const found = await indexOfFile(file, weight)
  if ('problem' in found) throw new OperatorProblem(found.problem)
  print(json ? JSON.stringify(found.report) : indexTable(found.report, found.ignored))
}
