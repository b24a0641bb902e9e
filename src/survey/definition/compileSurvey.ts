import { compileExpression } from '../expression/compileExpression.ts'
import { ExpressionError } from '../expression/expressionError.ts'
import { mostSimilar } from '../expression/mostSimilar.ts'
import { compileText, NO_TEXT } from './compileText.ts'
import { type Choice, type Definition, type RowDefinition, UNIT_SERVICES, type Words } from './definition.ts'
import { DefinitionError } from './definitionError.ts'
import type { DefinitionFault, DefinitionProblem } from './definitionProblem.ts'
import { columnOfCycle, dependenciesOf } from './dependenciesOf.ts'
import { dependencyOrder, longestChain } from './dependencyOrder.ts'
import { isDynamicDefault } from './isDynamicDefault.ts'
import { isNever } from './isNever.ts'
import { languagesOf } from './languagesOf.ts'
import type { Option, Row, Survey } from './survey.ts'

/** Values that nobody is asked for, and words that ask nothing. */
const SILENT = new Set(['note', 'calculate', 'hidden', 'metadata'])

/** Values that wait for each other in one chain without filling the stack. */
const LONGEST_CHAIN = 200

/**
 * Makes a definition ready to be asked.
 * @param services the choices that stand in for the list `unit_services`
 * @throws DefinitionError with everything that keeps it from being asked
 */
export function compileSurvey(definition: Definition, services: readonly Choice[] = []): Survey {
  const { survey, problems } = compileDefinition(definition, services)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new DefinitionError(errors)
  return survey
}

/** The same, telling every fault instead of throwing: what has one is left out of the survey. */
export function compileDefinition(
  definition: Definition,
  services: readonly Choice[] = [],
): { survey: Survey; problems: DefinitionProblem[] } {
  const problems: DefinitionProblem[] = []
  const { settings } = definition
  const byName = new Map<string, Row[]>()
  const rows: Row[] = []
  const lists = new Map(Object.entries(definition.choices))
  lists.set(UNIT_SERVICES, services as Choice[])
  const options = new Map<string, readonly Option[]>()
  const root = rowOf({ type: 'group', name: 'data', children: definition.survey }, undefined, 0)

  const survey: Survey = {
    title: settings.title,
    language: settings.default_language,
    languages: languagesOf(definition),
    isRandomOrder: settings.random_order === true,
    root,
    rows,
    computed: [],
    hasLongChains: false,
    frozen: [],
    refilled: [],
    named: (name) => byName.get(name) ?? [],
    names: () => byName.keys(),
    listOf: (row) => rows[row.index]?.list,
    options: (list) => options.get(list) ?? [],
  }
  for (const list of lists.keys()) options.set(list, optionsOf(list))
  for (const row of rows) fillIn(row)
  order()
  return { survey, problems }

  /** The rows as a tree first: expressions may name rows that come later. */
  function rowOf(row: RowDefinition, parent: Row | undefined, depth: number): Row {
    const isRoot = parent === undefined
    const made = {
      name: row.name,
      index: isRoot ? -1 : rows.length,
      kind: row.type === 'group' || row.type === 'repeat' ? row.type : ('question' as const),
      definition: row,
      parent,
      path: isRoot || parent.index < 0 ? row.name : `${parent.path}/${row.name}`,
      depth,
      isAsked: !SILENT.has(row.type) && row.type !== 'group',
      label: NO_TEXT,
      hint: NO_TEXT,
      constraintMessage: NO_TEXT,
      requiredMessage: NO_TEXT,
      required: false,
      readOnly: false,
      options: [],
      childNamed: new Map<string, number>(),
      children: [] as Row[],
    } satisfies Row
    if (!isRoot) {
      rows.push(made)
      byName.set(row.name, [...(byName.get(row.name) ?? []), made])
    }
    const inside = row.type === 'repeat' ? depth + 1 : depth
    for (const child of 'children' in row ? row.children : []) {
      const place = { in: 'survey', row: rows.length, column: 'name' } as const
      if (made.childNamed.has(child.name))
        problems.push({ severity: 'error', place, code: 'duplicate_name', name: child.name })
      else made.childNamed.set(child.name, made.children.length)
      made.children.push(rowOf(child, made, inside))
    }
    return made
  }

  function optionsOf(list: string): Option[] {
    return (lists.get(list) ?? []).map((choice, index) => {
      const compile = (source: string, language: string) =>
        attempt(() => compileExpression(source, survey, root), {
          place: { in: 'choices', list, choice: index, column: 'label', language },
        })
      return { ...choice, index, text: compileText(choice.label, compile) }
    })
  }

  function fillIn(row: Row): void {
    const given = row.definition
    const compiled = (column: string, source: string | undefined, context: Row | 'choice' = row) => {
      if (source === undefined) return undefined
      const place = { in: 'survey', row: row.index, column } as const
      return attempt(() => compileExpression(source, survey, row, context), { place })
    }
    const text = (column: string, words: Words | undefined) =>
      compileText(words, (source, language) =>
        attempt(() => compileExpression(source, survey, row), {
          place: { in: 'survey', row: row.index, column, language },
        }),
      )
    const set = <K extends keyof Row>(key: K, value: Row[K] | undefined) => {
      if (value !== undefined) row[key] = value
    }

    set('relevant', compiled('relevant', given.relevant))
    if (row.relevant && isNever(row.relevant))
      warn({ in: 'survey', row: row.index, column: 'relevant' }, { code: 'never_relevant' })
    if (given.type === 'metadata') return
    row.label = text('label', given.label)
    if (given.type === 'group') return
    if (given.type === 'repeat') {
      set('repeatCount', compiled('repeat_count', given.repeat_count))
      return
    }

    row.hint = text('hint', given.hint)
    row.constraintMessage = text('constraint_message', given.constraint_message)
    row.requiredMessage = text('required_message', given.required_message)
    set('required', given.required === true ? true : compiled('required', given.required))
    set('readOnly', given.read_only === true ? true : compiled('read_only', given.read_only))
    if (row.readOnly === true) row.isAsked = false
    set('constraint', compiled('constraint', given.constraint))
    set('calculation', compiled('calculation', given.calculation))
    if (given.default !== undefined)
      set(
        'initial',
        isDynamicDefault(given.default, given.type) ? compiled('default', given.default) : given.default,
      )
    for (const name of given.trigger ?? []) {
      if (byName.has(name)) continue
      error({ in: 'survey', row: row.index, column: 'trigger' }, unknownName(name))
    }
    if (!('list' in given)) return
    row.list = given.list
    const known = options.get(given.list)
    if (known) row.options = known
    else {
      const similar = mostSimilar(given.list, options.keys())
      error(
        { in: 'survey', row: row.index, column: 'type' },
        { code: 'unknown_list', list: given.list, ...(similar !== undefined && { similar }) },
      )
    }
    set('choiceFilter', compiled('choice_filter', given.choice_filter, 'choice'))
    const { randomize, seed } = given.parameters ?? {}
    if (randomize === 'true') {
      const number = Number(seed)
      set(
        'randomize',
        seed === undefined || Number.isNaN(number) ? (compiled('parameters', seed) ?? true) : number,
      )
    }
    // Nobody could answer it: a unit that offers nothing (any more) is not asked which service it was.
    if (given.list === UNIT_SERVICES && row.options.every((option) => option.retired))
      row.relevant = compileExpression('false()', survey, row)
  }

  function unknownName(name: string): DefinitionFault {
    const similar = mostSimilar(name, byName.keys())
    return { code: 'unknown_name', name, ...(similar !== undefined && { similar }) }
  }

  function order(): void {
    const { order: inOrder, cycles } = dependencyOrder(rows.length, (index) =>
      dependenciesOf(rows[index] as Row),
    )
    for (const cycle of cycles) {
      const [first = 0] = cycle
      // A running total looks at the same question in the instance before.
      if (cycle.length === 1 && (rows[first]?.depth ?? 0) > 0) continue
      const names = cycle.map((index) => rows[index]?.name ?? '')
      const place = { in: 'survey', row: first, column: columnOfCycle(rows[first] as Row, cycle) } as const
      // A group may look at what is in it, as forms of others do; whether that is meant is for the author to judge.
      const questions = cycle.filter((index) => rows[index]?.kind === 'question')
      const tell = questions.length === 1 && cycle.length > 1 ? warn : error
      tell(place, { code: 'cycle', names })
    }
    survey.hasLongChains =
      longestChain(inOrder, (index) => dependenciesOf(rows[index] as Row)) > LONGEST_CHAIN
    const ordered = inOrder.map((index) => rows[index] as Row)
    survey.computed = ordered.filter(
      ({ relevant, calculation, repeatCount }) => relevant || calculation || repeatCount,
    )
    const isFrozen = ({ definition: row, calculation, initial }: Row) =>
      ('trigger' in row && row.trigger !== undefined) || calculation?.isFrozen || typeof initial === 'object'
    survey.frozen = ordered.filter(isFrozen)
    survey.refilled = ordered.filter((row) => row.isAsked && row.calculation && !isFrozen(row))
  }

  function attempt<T>(make: () => T, { place }: Pick<DefinitionProblem, 'place'>): T | undefined {
    try {
      return make()
    } catch (fault) {
      if (!(fault instanceof ExpressionError)) throw fault
      error(place, fault.fault)
      return undefined
    }
  }

  function error(place: DefinitionProblem['place'], fault: DefinitionFault): void {
    problems.push({ ...fault, severity: 'error', place })
  }

  function warn(place: DefinitionProblem['place'], fault: DefinitionFault): void {
    problems.push({ ...fault, severity: 'warning', place })
  }
}
