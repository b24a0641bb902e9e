import { join } from 'node:path'
import { packageRoot } from '../../packageRoot.ts'
import { inOwnProcess } from '../../spreadsheet/inOwnProcess.ts'
import { LIMITS } from '../../spreadsheet/limits.ts'
import type { SpreadsheetProblem } from '../../spreadsheet/spreadsheetProblem.ts'
import type { Definition } from '../definition/definition.ts'
import type { Context } from '../interview/answers.ts'
import type { CheckingAnswer, CheckingOrder } from './checkingProcess.ts'
import type { FormProblem } from './formProblem.ts'

/** Built by `npm run build`: Node 20 runs no TypeScript. */
const PROGRAM = join(packageRoot, 'dist/survey/xlsform/checkingProcess.js')

/** Reading, and then checking and playing what was read. */
const ALLOWANCE = { seconds: LIMITS.seconds * 2, heapMegabytes: LIMITS.heapMegabytes * 2 }

/** A form that was checked elsewhere: what is wrong with it, and its definition when it can be asked. */
export interface FormCheckedAside {
  definition?: Definition
  problems: FormProblem[]
}

/**
 * The same as `checkForm`, in a process of its own, for one that has people to answer: a form of 300 rows takes a tenth
 * of a second of computing, one of 9,900 rows a second.
 */
export async function checkFormAside(
  bytes: Uint8Array,
  context: Context,
  title: string,
): Promise<{ problem: SpreadsheetProblem } | FormCheckedAside> {
  if (bytes.length > LIMITS.bytes)
    return { problem: { code: 'too_large', megabytes: Math.floor(LIMITS.bytes / 1024 / 1024) } }
  const order: CheckingOrder = { bytes, context, title }
  const checked = await inOwnProcess<CheckingOrder, CheckingAnswer>(PROGRAM, order, ALLOWANCE)
  if (!checked) return { problem: { code: 'too_complex' } }
  if ('problem' in checked) return checked
  const { problems, definition } = checked
  return { problems, ...(definition !== undefined && { definition: JSON.parse(definition) as Definition }) }
}
