/** The text of an expression, as a tree. */
export type Syntax =
  | { kind: 'literal'; value: string | number }
  /** `${name}`, or `${last-saved#name}`, which a chat never has. */
  | { kind: 'reference'; name: string }
  | { kind: 'path'; from: PathStart; steps: Step[] }
  | { kind: 'negate'; operand: Syntax }
  | { kind: 'binary'; operator: string; left: Syntax; right: Syntax }
  | { kind: 'call'; name: string; given: Syntax[] }

/** Where a path begins: at the context node, at the root, or at what another expression yields. */
export type PathStart = 'here' | 'root' | Syntax

export interface Step {
  axis: 'child' | 'parent' | 'self'
  /** Name of the nodes, or `*`; empty on the axes that have none. */
  name: string
  predicates: Syntax[]
}
