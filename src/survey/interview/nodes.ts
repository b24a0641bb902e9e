import type { Option, Row } from '../definition/survey.ts'
import type { TreeNode } from '../expression/tree.ts'
import type { Scalar } from '../expression/value.ts'
import type { Form } from './form.ts'

/** A question in one instance of the repeats around it. */
export class Leaf implements TreeNode {
  readonly kind = 'question'
  readonly row: Row
  readonly parent: Scope
  readonly path: string
  readonly place = 1
  /** Known once it has been worked out. */
  relevance: boolean | undefined
  worth: Scalar | undefined
  offering: readonly Option[] | undefined
  isBusy = false

  constructor(row: Row, parent: Scope, path: string) {
    this.row = row
    this.parent = parent
    this.path = path
  }

  get name(): string {
    return this.row.name
  }

  children(): readonly TreeNode[] {
    return []
  }

  value(): Scalar {
    return this.parent.form.valueOf(this)
  }
}

/** The form itself, a group, or one instance of a repeat: what holds questions. */
export class Scope implements TreeNode {
  readonly kind = 'scope'
  readonly row: Row
  readonly parent: Scope | undefined
  readonly form: Form
  readonly place: number
  /** Begins the paths of what is inside, such as `keluarga[2]/`. */
  readonly prefix: string
  relevance: boolean | undefined
  isBusy = false
  private made: Slot[] | undefined

  constructor(row: Row, parent: Scope | undefined, form: Form, prefix: string, place = 1) {
    this.row = row
    this.parent = parent
    this.form = form
    this.prefix = prefix
    this.place = place
  }

  get name(): string {
    return this.row.name
  }

  /** What is inside, in document order. Made when somebody looks. */
  get slots(): readonly Slot[] {
    this.made ??= this.row.children.map((row) => {
      if (row.kind === 'question') return new Leaf(row, this, this.pathOf(row))
      if (row.kind === 'group') return new Scope(row, this, this.form, `${this.prefix}${row.name}/`)
      return new Series(row, this, this.pathOf(row))
    })
    return this.made
  }

  children(name: string): readonly TreeNode[] {
    if (name === '*') return this.slots.flatMap((slot) => (slot.kind === 'series' ? slot.instances() : slot))
    const at = this.row.childNamed.get(name)
    const slot = at === undefined ? undefined : this.slots[at]
    if (!slot) return []
    return slot.kind === 'series' ? slot.instances() : [slot]
  }

  value(): Scalar {
    return ''
  }

  /** Outside of repeats paths are known beforehand; only instances have to be told apart. */
  private pathOf(row: Row): string {
    return row.depth === 0 ? row.path : this.prefix + row.name
  }
}

/** A repeat with its instances; asked "one more?" unless their number is given. */
export class Series {
  readonly kind = 'series'
  readonly row: Row
  readonly parent: Scope
  readonly path: string
  relevance: boolean | undefined
  isBusy = false
  private made: Scope[] | undefined

  constructor(row: Row, parent: Scope, path: string) {
    this.row = row
    this.parent = parent
    this.path = path
  }

  instances(): readonly Scope[] {
    this.made ??= Array.from(
      { length: this.parent.form.instanceCount(this) },
      (_, index) =>
        new Scope(this.row, this.parent, this.parent.form, `${this.path}[${index + 1}]/`, index + 1),
    )
    return this.made
  }
}

export type Slot = Leaf | Scope | Series
/** What people are asked: a question, or whether there is one more. */
export type Item = Leaf | Series
