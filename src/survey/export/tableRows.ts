import { instancesOf, questionPath } from '../results/answerPath.ts'
import type { ReadResponse } from '../results/service.ts'
import type { Column, ExportTable } from './exportColumns.ts'

/** A row of a table before it is written: of one response, or of one instance of a repeat in it. */
export interface TableRow {
  response: ReadResponse
  /** Running number of the response. */
  number: number
  /** Which instance of each repeat, from the outside in. */
  instances: readonly number[]
  /** The stored answer for a column; `''` when there is none. */
  answer(column: Column): string
}

/** The rows that a response has in a table: one in that of the responses, one for each instance in that of a repeat. */
export function tableRows(table: ExportTable, response: ReadResponse, number: number): TableRow[] {
  const { answers, version } = response
  const isAsked = ({ question }: Column) => !question.isTypeChanged || question.versions.includes(version)
  if (table.repeats.length === 0)
    return [
      {
        response,
        number,
        instances: [],
        answer: (column) => (isAsked(column) ? (answers[column.question.path] ?? '') : ''),
      },
    ]
  return instancesIn(table, answers).map(({ instances, values }) => ({
    response,
    number,
    instances,
    answer: (column) => (isAsked(column) ? (values.get(column.question.path) ?? '') : ''),
  }))
}

interface Instance {
  instances: number[]
  /** Answers by path without instances. */
  values: Map<string, string>
}

function instancesIn({ repeats }: ExportTable, answers: Readonly<Record<string, string>>): Instance[] {
  const beginning = `${repeats.at(-1)}/`
  const found = new Map<string, Instance>()
  for (const path in answers) {
    if (!path.includes('[')) continue
    const plain = questionPath(path)
    const instances = instancesOf(path)
    // What stands in a further repeat inside has a table of its own.
    if (!plain.startsWith(beginning) || instances.length !== repeats.length) continue
    const key = instances.join()
    const instance = found.get(key) ?? { instances, values: new Map<string, string>() }
    found.set(key, instance)
    instance.values.set(plain, answers[path] ?? '')
  }
  return [...found.values()].sort((a, b) => compareInstances(a.instances, b.instances))
}

function compareInstances(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
