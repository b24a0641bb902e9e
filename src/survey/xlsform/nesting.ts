import { DEEPEST } from '../definition/definition.ts'
import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'
import type { Siblings } from './readName.ts'
import type { Container } from './readType.ts'
import type { ContainerDraft, Draft } from './surveyDraft.ts'

/** The groups, repeats and loops that are open while the rows of a survey are read. */
export interface Nesting {
  /** The rows of the innermost. */
  children(): Draft[]
  /** The names in the innermost. */
  siblings(): Siblings
  begin(container: ContainerDraft, place: FormPlace): void
  end(kind: Container, place: FormPlace): void
  /** Tells what is still open after the last row. */
  finish(placeOf: (row: number) => FormPlace): void
}

interface Frame {
  container: ContainerDraft
  siblings: Siblings
  /** How deep its rows stand; a loop puts a group for each choice between. */
  depth: number
}

/** @param survey receives the rows that stand in no group */
export function nesting(survey: Draft[], problems: ProblemList): Nesting {
  const root: Frame = {
    container: { row: 1, kind: 'group', head: { name: '' }, children: survey },
    siblings: new Map(),
    depth: 0,
  }
  const open: Frame[] = []
  const innermost = () => open.at(-1) ?? root
  return {
    children: () => innermost().container.children,
    siblings: () => innermost().siblings,
    begin,
    end,
    finish,
  }

  function begin(container: ContainerDraft, place: FormPlace): void {
    const around = innermost()
    const depth = around.depth + (container.kind === 'loop' ? 2 : 1)
    if (depth <= DEEPEST) {
      around.container.children.push(container)
      open.push({ container, siblings: new Map(), depth })
      return
    }
    problems.error(place, { code: 'too_deep', deepest: DEEPEST })
    // Its rows are read as if they stood around it.
    const { children } = around.container
    open.push({ container: { ...container, children }, siblings: around.siblings, depth: around.depth })
  }

  function end(kind: Container, place: FormPlace): void {
    const { container } = innermost()
    if (open.length === 0) {
      problems.error(place, { code: 'end_without_begin', kind })
      return
    }
    if (container.kind === kind) {
      open.pop()
      return
    }
    const { kind: opened, row, head } = container
    problems.error(place, { code: 'end_of_other', kind, opened, name: head.name, openedRow: row })
    // The end of something further out closes what was forgotten on the way; else the mark is taken for a slip.
    const at = open.findLastIndex((frame) => frame.container.kind === kind)
    if (at >= 0) open.length = at
  }

  function finish(placeOf: (row: number) => FormPlace): void {
    for (const { container } of open) {
      const { kind, row, head } = container
      problems.error(placeOf(row), { code: 'never_ended', kind, name: head.name })
    }
  }
}
