import type { TreeNode } from './tree.ts'

/** The choices of a list as ODK's secondary instance has them: `instance('list')/root/item`. */
export function listNode(items: readonly TreeNode[]): TreeNode {
  const root: TreeNode = {
    name: 'root',
    parent: undefined,
    place: 1,
    children: (name) => (name === 'item' || name === '*' ? items : []),
    value: () => '',
  }
  return {
    name: 'instance',
    parent: undefined,
    place: 1,
    children: (name) => (name === 'root' || name === '*' ? [root] : []),
    value: () => '',
  }
}
