import type { Option } from '../definition/survey.ts'
import type { TreeNode } from '../expression/tree.ts'

/** A choice as expressions see it: its name, its words and every further column of the sheet. */
export const choiceNode = (option: Option, label: string): TreeNode => new ChoiceNode(option, label)

/** Made ten thousand times for a long list, so it is little; columns become nodes only for who walks over them. */
class ChoiceNode implements TreeNode {
  readonly name = 'item'
  readonly parent = undefined
  readonly place: number
  private readonly option: Option
  private readonly label: string
  private columns: Map<string, readonly TreeNode[]> | undefined

  constructor(option: Option, label: string) {
    this.option = option
    this.label = label
    this.place = option.index + 1
  }

  value(): string {
    return this.option.name
  }

  textOf(column: string): string | undefined {
    if (column === 'name') return this.option.name
    if (column === 'label' || column === 'itextId') return this.label
    const { columns } = this.option
    return columns && Object.hasOwn(columns, column) ? columns[column] : undefined
  }

  children(name: string): readonly TreeNode[] {
    if (name !== '*') return this.column(name)
    return ['name', 'label', ...Object.keys(this.option.columns ?? {})].flatMap((each) => this.column(each))
  }

  private column(name: string): readonly TreeNode[] {
    this.columns ??= new Map()
    const known = this.columns.get(name)
    if (known) return known
    const text = this.textOf(name)
    const made = text === undefined ? [] : [columnNode(name, text, this)]
    this.columns.set(name, made)
    return made
  }
}

const columnNode = (name: string, text: string, parent: TreeNode): TreeNode => ({
  name,
  parent,
  place: 1,
  children: () => [],
  value: () => text,
})
