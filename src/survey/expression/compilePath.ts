import type { Expression, Rows } from './compileExpression.ts'
import { compileReference } from './compileReference.ts'
import type { Closure, Cursor, NodesClosure } from './cursor.ts'
import { ExpressionError } from './expressionError.ts'
import { listNode } from './listNode.ts'
import { mostSimilar } from './mostSimilar.ts'
import type { PathStart, Step, Syntax } from './syntaxTree.ts'
import type { RowNode, TreeNode } from './tree.ts'
import { booleanOf } from './value.ts'

/** What is known while an expression is compiled. */
export interface Compiling {
  rows: Rows
  owner: RowNode
  /** What the context node is: a row, or a choice of a list. */
  context: RowNode | 'choice'
  references: Set<number>
  isFrozen: Expression['isFrozen']
  closureOf(syntax: Syntax, compiling: Compiling): Closure
}

type PathSyntax = Extract<Syntax, { kind: 'path' }>

/** Whether an expression yields nodes rather than a scalar. */
export function isNodeSyntax(syntax: Syntax): boolean {
  if (syntax.kind === 'reference' || syntax.kind === 'path') return true
  if (syntax.kind === 'binary') return syntax.operator === '|'
  return syntax.kind === 'call' && NODE_CALLS.has(syntax.name)
}

const NODE_CALLS = new Set(['instance', 'current', 'randomize'])

/** The nodes that an expression yields. */
export function nodesOf(syntax: Syntax, compiling: Compiling): NodesClosure {
  if (syntax.kind === 'reference') return compileReference(syntax.name, compiling).nodes
  if (syntax.kind === 'path') return walk(syntax, compiling).nodes
  if (syntax.kind === 'binary' && syntax.operator === '|') {
    const [left, right] = [nodesOf(syntax.left, compiling), nodesOf(syntax.right, compiling)]
    return (cursor) => [...new Set([...left(cursor), ...right(cursor)])]
  }
  const closure = compiling.closureOf(syntax, compiling)
  return (cursor) => {
    const value = closure(cursor)
    return Array.isArray(value) ? (value as readonly TreeNode[]) : []
  }
}

/** A path as a value: `.` is the answer under test, one node its own value, several the nodes. */
export function compilePath(syntax: PathSyntax, compiling: Compiling): Closure {
  const { from, steps } = syntax
  const [first, ...others] = steps
  if (from === 'here' && first && others.length === 0 && first.predicates.length === 0) {
    if (first.axis === 'self') return (cursor) => cursor.self ?? cursor.node.value()
    if (first.axis === 'child' && first.name !== '*' && compiling.context === 'choice') {
      const { name } = first
      return ({ node }) => (node.textOf ? node.textOf(name) : node.children(name)[0]?.value()) ?? ''
    }
  }
  const { nodes, isSingle } = walk(syntax, compiling)
  return isSingle ? (cursor) => nodes(cursor)[0]?.value() ?? '' : nodes
}

/** A path step by step, on the rows (which may it reach?) and on the nodes (which does it reach now?). */
function walk({ from, steps }: PathSyntax, compiling: Compiling): { nodes: NodesClosure; isSingle: boolean } {
  let { nodes, rows, isSingle } = begin(from, compiling)
  let left = steps
  if (from === 'root' && steps[0]) {
    // The name of the whole form is the author's or the converter's: any stands for it.
    left = steps.slice(1)
  }
  for (const [place, step] of left.entries()) {
    const before = nodes
    const { axis, name } = step
    const next = rows && rowsAfter(rows, step, compiling)
    if (axis === 'child') nodes = (cursor) => before(cursor).flatMap((node) => node.children(name))
    if (axis === 'parent') nodes = (cursor) => parentsOf(before(cursor))
    if (axis === 'child' && next?.some(({ kind }) => kind === 'repeat')) isSingle = false
    if (axis === 'child' && (name === '*' || !next)) isSingle = false
    if (step.predicates.length > 0) isSingle = false
    rows = next
    nodes = filtered(nodes, step, rows?.[0] ?? 'choice', compiling)
    if (place === left.length - 1) for (const row of rows ?? []) compiling.references.add(row.index)
  }
  return { nodes, isSingle }
}

interface Beginning {
  nodes: NodesClosure
  /** The rows the nodes may belong to; nothing when they are choices of a list. */
  rows: readonly RowNode[] | undefined
  isSingle: boolean
}

function begin(from: PathStart, compiling: Compiling): Beginning {
  const { context, owner, rows } = compiling
  if (from === 'root') return { nodes: (cursor) => [cursor.world.root], rows: [rows.root], isSingle: true }
  if (from === 'here')
    return {
      nodes: (cursor) => [cursor.node],
      rows: context === 'choice' ? undefined : [context],
      isSingle: true,
    }
  if (from.kind === 'reference') {
    const { nodes, row } = compileReference(from.name, compiling)
    return { nodes, rows: row && [row], isSingle: row?.kind !== 'repeat' }
  }
  if (from.kind === 'call' && from.name === 'current')
    return { nodes: (cursor) => [cursor.current], rows: [owner], isSingle: true }
  if (from.kind === 'call' && from.name === 'instance') {
    const list = from.given[0]
    const name = list?.kind === 'literal' ? String(list.value) : ''
    return {
      nodes: (cursor) => [listNode(cursor.world.list(name, cursor.language))],
      rows: undefined,
      isSingle: false,
    }
  }
  return { nodes: nodesOf(from, compiling), rows: undefined, isSingle: false }
}

function rowsAfter(rows: readonly RowNode[], { axis, name }: Step, { rows: all }: Compiling) {
  if (axis === 'self') return rows
  if (axis === 'parent') return rows.map((row) => row.parent ?? all.root)
  const children = rows.flatMap((row) => row.children)
  if (name === '*') return children
  const found = children.filter((row) => row.name === name)
  if (found.length > 0 || children.length === 0) return found
  const similar = mostSimilar(
    name,
    children.map((row) => row.name),
  )
  throw new ExpressionError({ code: 'unknown_name', name, ...(similar !== undefined && { similar }) })
}

function parentsOf(nodes: readonly TreeNode[]): TreeNode[] {
  return [...new Set(nodes.flatMap(({ parent }) => parent ?? []))]
}

function filtered(
  nodes: NodesClosure,
  { predicates }: Step,
  context: RowNode | 'choice',
  compiling: Compiling,
): NodesClosure {
  return predicates.reduce<NodesClosure>((before, predicate) => {
    const inside: Compiling = { ...compiling, context }
    const holds = compiling.closureOf(predicate, inside)
    if (inside.isFrozen) compiling.isFrozen = true
    return (cursor) => {
      // Predicates inside predicates multiply: past all reason, there is nothing more.
      if (!cursor.world.spend(0)) return []
      const all = before(cursor)
      cursor.world.spend(all.length)
      return all.filter((node, index) => isKept(holds, cursor, node, index + 1, all.length))
    }
  }, nodes)
}

/** A predicate that is a number means the place; anything else, whether it holds. */
function isKept(holds: Closure, cursor: Cursor, node: TreeNode, place: number, size: number): boolean {
  const value = holds({ ...cursor, node, self: undefined, place, size })
  return typeof value === 'number' ? value === place : booleanOf(value)
}
