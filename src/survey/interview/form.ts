import type { Option, Row, Survey } from '../definition/survey.ts'
import type { Expression } from '../expression/compileExpression.ts'
import type { Cursor, Surroundings } from '../expression/cursor.ts'
import { shuffled } from '../expression/shuffled.ts'
import type { TreeNode } from '../expression/tree.ts'
import { booleanOf, momentOf, numberOf, type Scalar, scalarOf, stringOf } from '../expression/value.ts'
import type { Answers, Context } from './answers.ts'
import { answerValue, asText } from './answerValue.ts'
import { firstInstances } from './firstInstances.ts'
import { formSurroundings } from './formSurroundings.ts'
import { instancesIn, readInstances } from './instances.ts'
import { type Item, type Leaf, Scope, type Series } from './nodes.ts'
import { roomFor } from './roomFor.ts'
import { type Step, walkForm } from './walkForm.ts'

/**
 * A survey with the answers so far: what is relevant, what everything is worth. Everything is worked out from the
 * answers when it is looked at, and once only; nothing is changed by looking.
 */
export class Form {
  readonly survey: Survey
  readonly answers: Answers
  readonly context: Context
  readonly root: Scope
  private readonly world: Surroundings
  private readonly singles: (Leaf | Scope)[] = []
  private walked: readonly Step[] | undefined

  constructor(survey: Survey, answers: Answers, context: Context) {
    this.survey = survey
    this.answers = answers
    this.context = context
    this.root = new Scope(survey.root, undefined, this, '')
    this.world = formSurroundings(this)
    // From the front of the dependencies on: however long a chain of them is, none waits for another inside it.
    if (survey.hasLongChains) for (const row of survey.computed) this.workOut(row)
  }

  /** Everything that is asked or shown now, see {@link walkForm}. */
  get steps(): readonly Step[] {
    this.walked ??= walkForm(this)
    return this.walked
  }

  /** The same survey with other answers. */
  withAnswers(answers: Answers): Form {
    return new Form(this.survey, answers, this.context)
  }

  /** Evaluates an expression of a row's node, or about an answer to it. */
  evaluate(expression: Expression, current: Leaf | Scope, self?: Scalar, language = this.context.language) {
    return expression.evaluate(this.cursorAt(current, current, self, language))
  }

  isRelevant(node: Leaf | Scope | Series): boolean {
    if (node.relevance !== undefined) return node.relevance
    // A group whose condition looks at what is in it: that is seen as if the group were there.
    if (node.isBusy) return true
    node.isBusy = true
    const { row, parent } = node
    const isAround = parent === undefined || this.isRelevant(parent)
    // A repeat's relevance is decided for all its instances together, from outside of it.
    const own = node.kind === 'scope' && row.kind === 'repeat' ? undefined : row.relevant
    const from = node.kind === 'series' ? node.parent : node
    node.relevance = isAround && (!own || booleanOf(this.evaluate(own, from)))
    node.isBusy = false
    return node.relevance
  }

  /** The value of a question as expressions see it: `''` while it is not relevant. */
  valueOf(leaf: Leaf): Scalar {
    if (leaf.worth !== undefined) return leaf.worth
    if (leaf.isBusy) return ''
    leaf.worth = this.isRelevant(leaf) ? this.workOutValue(leaf) : ''
    return leaf.worth
  }

  /** The value of a question as it is kept: a calculated yes or no as 1 or 0, as ODK Collect does. */
  stored(leaf: Leaf): string {
    const value = this.valueOf(leaf)
    if (typeof value === 'boolean') return value ? '1' : '0'
    return stringOf(value)
  }

  /** Whether the person has dealt with it, be it by leaving it blank. */
  hasAnswer(item: Item): boolean {
    if (item.kind === 'series') return !readInstances(this.answers.values.get(item.path)).isOpen
    return this.answers.values.has(item.path)
  }

  isRequired(leaf: Leaf): boolean {
    const { required } = leaf.row
    return typeof required === 'boolean' ? required : booleanOf(this.evaluate(required, leaf))
  }

  isReadOnly(leaf: Leaf): boolean {
    const { readOnly } = leaf.row
    return typeof readOnly === 'boolean' ? readOnly : booleanOf(this.evaluate(readOnly, leaf))
  }

  /** Whether the constraint allows a value; it is never evaluated on a blank one (XLSForm). */
  allows(leaf: Leaf, text: string): boolean {
    const { constraint } = leaf.row
    if (!constraint || text === '') return true
    const self = answerValue(leaf.row, text)
    const before = leaf.worth
    // A constraint may name its own question: then it means the answer under test.
    leaf.worth = self
    const isAllowed = booleanOf(this.evaluate(constraint, leaf, self))
    leaf.worth = before
    return isAllowed
  }

  /** The choices offered now, in the order in which this person sees them. */
  offered(leaf: Leaf): readonly Option[] {
    leaf.offering ??= this.workOutOffered(leaf)
    return leaf.offering
  }

  private workOutOffered(leaf: Leaf): readonly Option[] {
    const { options, randomize, choiceFilter, list } = leaf.row
    const nodes = choiceFilter && this.world.list(list ?? '', this.context.language)
    const found = options.filter(
      (option) => !option.retired && (!choiceFilter || this.isOffered(leaf, option, nodes)),
    )
    if (randomize === undefined) return found
    const seed = typeof randomize === 'object' ? numberOf(this.evaluate(randomize, leaf)) : randomize
    return shuffled(found, seed === true ? this.context.seed : seed)
  }

  isOffered(leaf: Leaf, option: Option, nodes?: readonly TreeNode[]): boolean {
    const { choiceFilter, list } = leaf.row
    if (!choiceFilter) return true
    const node = (nodes ?? this.world.list(list ?? '', this.context.language))[option.index]
    if (!node) return false
    return booleanOf(choiceFilter.evaluate(this.cursorAt(leaf, node, undefined, this.context.language)))
  }

  /** How often a repeat is there: as often as asked for, or as its count says. */
  instanceCount(series: Series): number {
    if (!this.isRelevant(series)) return 0
    const { repeatCount } = series.row
    const most = roomFor(series)
    if (repeatCount) return Math.min(most, instancesIn(numberOf(this.evaluate(repeatCount, series.parent))))
    const given = this.answers.values.get(series.path)
    return given === undefined ? firstInstances(series) : Math.min(most, readInstances(given).count)
  }

  /** What a calculation or default gives at this moment, whatever was kept. */
  computeNow(leaf: Leaf): string {
    const { calculation, initial } = leaf.row
    if (calculation) return asText(scalarOf(this.evaluate(calculation, leaf)))
    if (initial === undefined) return ''
    return typeof initial === 'string' ? initial : asText(scalarOf(this.evaluate(initial, leaf)))
  }

  private workOutValue(leaf: Leaf): Scalar {
    leaf.isBusy = true
    const value = this.freshValue(leaf)
    leaf.isBusy = false
    return Number.isNaN(value) ? '' : value
  }

  private freshValue(leaf: Leaf): Scalar {
    const { row, path } = leaf
    const { definition } = row
    if (definition.type === 'metadata') return this.metadata(definition.preload)
    const isComputed =
      !row.isAsked && row.calculation !== undefined && !('trigger' in definition && definition.trigger)
    if (isComputed && row.calculation && !row.calculation.isFrozen) {
      const value = scalarOf(this.evaluate(row.calculation, leaf))
      return definition.type === 'calculate' || definition.type === 'hidden'
        ? value
        : answerValue(row, asText(value))
    }
    const answered = this.answers.values.get(path)
    const given = answered ?? this.filledIn(leaf)
    const isOfList = row.list !== undefined && !('open' in definition && definition.open)
    // What was answered was on the list then; a filter, or an author's default, may leave it.
    if (isOfList && given !== '' && (row.choiceFilter || answered === undefined))
      return this.stillOffered(leaf, given)
    return answerValue(row, given)
  }

  /** What stands in a question before anybody answers it. */
  filledIn(leaf: Leaf): string {
    const kept = this.answers.kept.get(leaf.path)
    if (kept !== undefined) return kept
    const { definition, calculation, initial } = leaf.row
    if ('trigger' in definition && definition.trigger) return typeof initial === 'string' ? initial : ''
    return calculation || initial !== undefined ? this.computeNow(leaf) : ''
  }

  /** A stored choice that is no longer on the list counts as not chosen. */
  private stillOffered(leaf: Leaf, given: string): string {
    const isThere = (name: string) =>
      leaf.row.options.some((option) => option.name === name && this.isOffered(leaf, option))
    if (leaf.row.definition.type === 'select_one') return isThere(given) ? given : ''
    return given.split(' ').filter(isThere).join(' ')
  }

  private metadata(name: string): Scalar {
    const { context } = this
    if (name === 'today') return momentOf(context.today) ?? ''
    if (name === 'start' || name === 'end') return momentOf(context.now) ?? ''
    return context.metadata?.[name] ?? ''
  }

  private cursorAt(
    current: Leaf | Scope,
    node: TreeNode,
    self: Scalar | undefined,
    language: string,
  ): Cursor {
    return { world: this.world, current, node, self, language, place: current.place, size: 1 }
  }

  /** The node of a row that stands in no repeat. */
  single(index: number): Leaf | Scope {
    const known = this.singles[index]
    if (known) return known
    const row = this.survey.rows[index] as Row
    const around = row.parent && row.parent.index >= 0 ? this.single(row.parent.index) : this.root
    const found = (around as Scope).slots[row.parent?.childNamed.get(row.name) ?? -1]
    const node = found === undefined || found.kind === 'series' ? this.root : found
    this.singles[index] = node
    return node
  }

  private workOut(row: Row): void {
    for (const node of this.nodesOf(row)) {
      if (node.kind === 'series') node.instances()
      else if (node.kind === 'question' && row.calculation) this.valueOf(node)
      else this.isRelevant(node)
    }
  }

  /** All nodes of a row, in every instance of the repeats around it. */
  nodesOf(row: Row): readonly (Leaf | Scope | Series)[] {
    if (row.depth === 0 && row.kind !== 'repeat') return [this.single(row.index)]
    const parents = row.parent && row.parent.index >= 0 ? this.nodesOf(row.parent) : [this.root]
    const place = row.parent?.childNamed.get(row.name) ?? -1
    return parents
      .flatMap((parent) => (parent.kind === 'series' ? parent.instances() : parent))
      .flatMap((parent) => (parent.kind === 'scope' ? (parent.slots[place] ?? []) : []))
  }
}
