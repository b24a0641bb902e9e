import type { SandboxEvent } from '../protocol.ts'
import { withDeepLink } from './columns.ts'
import { deepLink } from './deepLink.ts'
import { rememberColumns } from './firstColumn.ts'
import { postAct } from './localTelegram.ts'
import type { Page } from './page.ts'
import type { Notice, PageModel } from './pageModel.ts'
import { pressBegun, pressGivenUp, pressNamed } from './pressBook.ts'
import type { Store } from './store.ts'

const toastLasts = 3000
const problemLasts = 6000
const mostNotices = 4
/** Telegram's client gives up after about 15 s; the sandbox tells so, and this is for when it cannot. */
const waitForBot = 20_000

/** The page's doings over its model. */
export function createPage(store: Store<PageModel>): Page {
  let lastKey = 0

  const page: Page = {
    async act(person, act) {
      const answer = await postAct(act)
      if (!answer.ok) page.notify({ person, kind: 'problem', text: answer.problem })
      return answer.ok
    },

    press(person, chat, message, row, column) {
      const key = ++lastKey
      changePresses((book) => pressBegun(book, { key, person, chat, message, row, column }))
      setTimeout(() => changePresses((book) => pressGivenUp(book, key, true)), waitForBot)
      void postAct({ do: 'press', as: person, chat, message, row, column }).then((answer) => {
        if (!answer.ok) {
          page.notify({ person, kind: 'problem', text: answer.problem })
          changePresses((book) => pressGivenUp(book, key, false))
        } else if (typeof answer.result === 'string') {
          const callback = answer.result
          changePresses((book) => pressNamed(book, key, callback))
        }
      })
    },

    change(patch) {
      store.change((model) => ({ ...model, ...patch(model) }))
    },

    changeColumns(next) {
      page.change(({ columns }) => ({ columns: next(columns) }))
      rememberColumns(store.get().columns)
    },

    notify(notice) {
      const key = ++lastKey
      // Telegram shows one toast at a time; of problems the tester wants to see the last few.
      const stays = (shown: Notice) =>
        shown.kind === 'problem' || notice.kind === 'problem' || shown.person !== notice.person
      page.change(({ notices }) => ({
        notices: [...notices.filter(stays), { ...notice, key }].slice(-mostNotices),
      }))
      const gone = () =>
        page.change(({ notices }) => ({ notices: notices.filter((shown) => shown.key !== key) }))
      setTimeout(gone, notice.kind === 'toast' ? toastLasts : problemLasts)
    },

    ask(question) {
      const key = ++lastKey
      return new Promise((resolve) => {
        const answer = (values: Record<string, string> | undefined) => {
          page.change(({ questions }) => ({ questions: questions.filter((open) => open.key !== key) }))
          resolve(values)
        }
        const asked = { kind: 'question' as const, fields: [], ...question, key, answer }
        page.change(({ questions }) => ({ questions: [...questions, asked] }))
      })
    },

    openLink(column, url) {
      const payload = deepLink(url, store.get().sandbox?.bot.username ?? '')
      if (payload !== undefined) {
        page.changeColumns((columns) => withDeepLink(columns, column.key, column.person, payload))
        return
      }
      void page.ask({ title: 'Buka tautan ini?', text: url, confirm: 'Buka' }).then((confirmed) => {
        if (confirmed && /^(https?|mailto|tel):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
      })
    },
  }

  function changePresses(next: (book: PageModel['presses']) => PageModel['presses']) {
    page.change(({ presses }) => ({ presses: next(presses) }))
  }

  return page
}

/** Shows what the bot answered to a tap: a toast, an alert, or a link to follow. */
export function showCallbackAnswer(page: Page, store: Store<PageModel>, event: SandboxEvent): void {
  if (event.type !== 'callback-answered') return
  const { columns, sandbox } = store.get()
  const column = columns.find((shown) => shown.person === event.person)
  if (!column || !sandbox) return
  if (event.url) page.openLink(column, event.url)
  if (!event.text) return
  if (event.alert) void page.ask({ kind: 'alert', title: sandbox.bot.name, text: event.text, confirm: 'OK' })
  else page.notify({ person: event.person, kind: 'toast', text: event.text })
}
