import type { InlineButton, SandboxState } from '../protocol.ts'
import type { Column } from './columns.ts'
import type { PressBook } from './pressBook.ts'
import type { Question } from './question.ts'

/** Everything the page draws from; components hold only what is half-typed. */
export interface PageModel {
  /** What the local Telegram told last; absent until the first answer. */
  sandbox: SandboxState | undefined
  /** `performance.now()` when `sandbox.now` was told, so that the clock can tick between events. */
  clockReadAt: number
  connection: 'opening' | 'live' | 'lost'
  /** Telephones shown next to each other; never empty once the state is known. */
  columns: Column[]
  /** Key of the column the list on the left acts upon. */
  active: number
  presses: PressBook
  notices: Notice[]
  questions: Question[]
  /** Last message read, by {@link readKey}. */
  read: Record<string, number>
  /** Keyboards a message has lost, newest first, by `chat:message`: a client with an old screen may press them. */
  oldKeyboards: Record<string, InlineButton[][][]>
  drawer: 'journal' | 'tester' | undefined
}

/** A short line above one person's chat; `problem` is ours or the sandbox's, `toast` is the bot's. */
export interface Notice {
  key: number
  person: number
  kind: 'toast' | 'problem'
  text: string
}

/** The page before the local Telegram has said anything. */
export function emptyPage(): PageModel {
  return {
    sandbox: undefined,
    clockReadAt: 0,
    connection: 'opening',
    columns: [],
    active: 1,
    presses: { open: [], settled: [] },
    notices: [],
    questions: [],
    read: {},
    oldKeyboards: {},
    drawer: undefined,
  }
}
