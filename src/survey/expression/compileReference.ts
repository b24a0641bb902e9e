import type { Compiling } from './compilePath.ts'
import type { Closure, NodesClosure } from './cursor.ts'
import { ExpressionError } from './expressionError.ts'
import { mostSimilar } from './mostSimilar.ts'
import type { RowNode, TreeNode } from './tree.ts'

const BLANK: Closure = () => ''

/**
 * `${name}`: inside the repeat that both share, the question of this same instance; outside of it, those of all.
 * @throws ExpressionError when no row, or more than one, has this name
 */
export function compileReference(
  name: string,
  { rows, owner, references }: Compiling,
): { value: Closure; nodes: NodesClosure; row?: RowNode } {
  if (name.startsWith('last-saved#')) return { value: BLANK, nodes: () => [] }
  const target = rowNamed(name, rows)
  references.add(target.index)
  const shared = sharedRepeat(owner, target)
  const way = wayDown(shared ?? rows.root, target)
  const nodes: NodesClosure = (cursor) => {
    if (!cursor.world.spend(0)) return []
    let found: readonly TreeNode[] = [shared ? climb(cursor.current, upTo(owner, shared)) : cursor.world.root]
    for (const step of way) found = found.flatMap((node) => node.children(step.name))
    cursor.world.spend(found.length)
    return found
  }
  const isSingle = way.every(({ kind }) => kind !== 'repeat')
  if (!isSingle) return { value: nodes, nodes, row: target }
  if (!shared) {
    const { index } = target
    return { value: (cursor) => cursor.world.single(index).value(), nodes, row: target }
  }
  const up = upTo(owner, shared)
  const value: Closure = (cursor) => {
    let node: TreeNode | undefined = climb(cursor.current, up)
    for (const step of way) node = node?.children(step.name)[0]
    return node?.value() ?? ''
  }
  return { value, nodes, row: target }
}

/** The one row of this name. */
export function rowNamed(name: string, rows: Compiling['rows']): RowNode {
  const [found, ...others] = rows.named(name)
  if (!found) {
    const similar = mostSimilar(name, rows.names())
    throw new ExpressionError({ code: 'unknown_name', name, ...(similar !== undefined && { similar }) })
  }
  if (others.length > 0) throw new ExpressionError({ code: 'ambiguous_name', name })
  return found
}

/** The innermost repeat that both stand in. The expressions of a repeat itself stand outside of it. */
function sharedRepeat(owner: RowNode, target: RowNode): RowNode | undefined {
  const around = new Set<RowNode>()
  for (let row = target.parent; row; row = row.parent) if (row.kind === 'repeat') around.add(row)
  for (let row = owner.parent; row; row = row.parent) if (around.has(row)) return row
  return undefined
}

function wayDown(from: RowNode, target: RowNode): RowNode[] {
  const way: RowNode[] = []
  for (let row: RowNode | undefined = target; row && row !== from; row = row.parent) way.unshift(row)
  return way
}

/** Steps from the node of a row up to the instance of a repeat around it; a repeat's own expressions begin outside. */
function upTo(owner: RowNode, repeat: RowNode): number {
  let steps = 0
  for (let row: RowNode | undefined = owner; row && row !== repeat; row = row.parent) steps++
  return owner.kind === 'repeat' ? steps - 1 : steps
}

function climb(from: TreeNode, steps: number): TreeNode {
  let node = from
  for (let step = 0; step < steps && node.parent; step++) node = node.parent
  return node
}
