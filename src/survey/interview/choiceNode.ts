import type { Option } from '../definition/survey.ts'
import type { TreeNode } from '../expression/tree.ts'

/** A choice as expressions see it: its name, its words and every further column of the sheet. */
export function choiceNode(option: Option, label: string): TreeNode {
  const columns = new Map<string, readonly TreeNode[]>()
  const node: TreeNode = {
    name: 'item',
    parent: undefined,
    place: option.index + 1,
    children: (name) => {
      if (name === '*')
        return ['name', 'label', ...Object.keys(option.columns ?? {})].flatMap((each) => column(each))
      return column(name)
    },
    value: () => option.name,
  }
  return node

  function column(name: string): readonly TreeNode[] {
    const known = columns.get(name)
    if (known) return known
    const text = name === 'name' ? option.name : name === 'label' || name === 'itextId' ? label : own(name)
    const made = text === undefined ? [] : [columnNode(name, text, node)]
    columns.set(name, made)
    return made
  }

  function own(name: string): string | undefined {
    return option.columns && Object.hasOwn(option.columns, name) ? option.columns[name] : undefined
  }
}

const columnNode = (name: string, text: string, parent: TreeNode): TreeNode => ({
  name,
  parent,
  place: 1,
  children: () => [],
  value: () => text,
})
