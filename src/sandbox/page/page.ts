import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Act } from '../act.ts'
import type { Column } from './columns.ts'
import type { Notice, PageModel } from './pageModel.ts'
import type { Question } from './question.ts'

/** What components may do. */
export interface Page {
  /** Does something in the sandbox; a refusal is shown above `person`'s chat. Tells whether it was done. */
  act(person: number, act: Act): Promise<boolean>
  /** Taps an inline button and waits for the bot. */
  press(person: number, chat: number, message: number, row: number, column: number): void
  change(patch: (model: PageModel) => Partial<PageModel>): void
  changeColumns(next: (columns: Column[]) => Column[]): void
  notify(notice: Omit<Notice, 'key'>): void
  /** Opens a window and resolves with what was filled in, or undefined when it was closed. */
  ask(
    question: Omit<Question, 'key' | 'answer' | 'kind' | 'fields'> &
      Partial<Pick<Question, 'kind' | 'fields'>>,
  ): Promise<Record<string, string> | undefined>
  /** Follows a link the way Telegram does: its own deep links stay inside, all others are asked about first. */
  openLink(column: Column, url: string): void
}

export const PageContext = createContext<Page | undefined>(undefined)

/** The page a component belongs to. */
export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('A component was drawn outside PageContext')
  return page
}
