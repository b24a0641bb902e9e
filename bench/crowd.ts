import { unpackPress } from '../src/message/press.ts'
import type { MessageView } from '../src/sandbox/protocol.ts'
import type { LocalTelegram } from '../src/sandbox/telegram/localTelegram.ts'

/** One of many people who answer a survey as fast as the bot asks. */
interface Member {
  id: number
  name: string
  /** Number of the last question answered; a question that comes again is not answered again. */
  answered: number
  /** What this person pressed or typed, by place of the question in the survey. */
  given: Map<number, string>
  /** When the last act was done, for the time until the next question. */
  actedAt: number
  isDone: boolean
}

export interface CrowdResult {
  members: Member[]
  /** Milliseconds from an act to what the bot said next. */
  waits: number[]
  updates: number
}

/**
 * People who answer the survey of a unit, so many at a time, until all have heard the thanks. Each types their own
 * name as suggestion, so that what is stored can be compared with what they did.
 */
export function crowd(
  telegram: LocalTelegram,
  {
    people,
    atOnce,
    unit,
    onUpdate,
    thinkMs = 0,
    onWait,
  }: {
    people: number
    atOnce: number
    unit: string
    onUpdate?: (count: number) => void
    /** How long each takes to answer. */
    thinkMs?: number
    /** Hears how long each waited for what the bot said next, in milliseconds. */
    onWait?: (wait: number) => void
  },
): Promise<CrowdResult> {
  const members = new Map<number, Member>()
  const waits: number[] = []
  let updates = 0
  let started = 0
  let done = 0

  return new Promise((resolve, reject) => {
    const unsubscribe = telegram.subscribe((event) => {
      if (event.type !== 'message') return
      const member = members.get(event.message.chat)
      if (!member || event.message.from === member.id) return
      onWait?.(performance.now() - member.actedAt)
      if (thinkMs === 0) answer(member, event.message).catch(reject)
      else setTimeout(() => answer(member, event.message).catch(reject), thinkMs * (0.5 + Math.random()))
    })

    async function act(member: Member, what: Parameters<LocalTelegram['act']>[0]): Promise<void> {
      member.actedAt = performance.now()
      updates++
      onUpdate?.(updates)
      const result = await telegram.act(what)
      if (!result.ok) throw new Error(`${what.do}: ${result.problem}`)
    }

    async function next(): Promise<void> {
      if (started >= people) return
      const name = `Warga ${started++}`
      const created = await telegram.act({ do: 'create-person', firstName: name })
      if (!created.ok) throw new Error(created.problem)
      const id = created.result as number
      const member = { id, name, answered: 0, given: new Map(), actedAt: 0, isDone: false }
      members.set(id, member)
      await act(member, { do: 'start', as: id, payload: unit })
    }

    async function answer(member: Member, message: MessageView): Promise<void> {
      if (member.isDone) return
      waits.push(performance.now() - member.actedAt)
      const text = message.text ?? ''
      if (text.includes('Terima kasih atas partisipasi') || text.includes('sudah kami terima')) {
        member.isDone = true
        if (++done === people) {
          unsubscribe()
          resolve({ members: [...members.values()], waits, updates })
        } else await next()
        return
      }
      const number = Number(/^(\d+) dari \d+/m.exec(text)?.[1] ?? 0)
      if (number > 0 && number <= member.answered) return
      const buttons = (message.inlineKeyboard ?? []).flatMap((row, rowIndex) =>
        row.map((button, column) => ({
          press: unpackPress(button.callbackData ?? ''),
          row: rowIndex,
          column,
        })),
      )
      const choices = buttons.filter(({ press }) => press?.do === 'answer')
      const picked =
        choices[(member.id * 7 + number * 3) % Math.max(choices.length, 1)] ??
        buttons.find(
          ({ press }) => press?.do === 'join' || press?.do === 'submit' || press?.do === 'continue',
        )
      member.answered = Math.max(member.answered, number)
      if (picked) {
        if (picked.press?.do === 'answer')
          member.given.set(Number.parseInt(picked.press.question, 36), String(picked.press.choice))
        await act(member, {
          do: 'press',
          as: member.id,
          chat: member.id,
          message: message.id,
          row: picked.row,
          column: picked.column,
        })
      } else if (number > 0) {
        const isNumber = text.includes('angka')
        const back = buttons.find(({ press }) => press?.do === 'back')?.press
        const typed = isNumber ? String(18 + (member.id % 60)) : member.name
        if (back?.do === 'back') member.given.set(Number.parseInt(back.question, 36), typed)
        await act(member, { do: 'say', as: member.id, chat: member.id, text: typed })
      }
    }

    for (let index = 0; index < Math.min(atOnce, people); index++) next().catch(reject)
  })
}
