import type { ProcessAnswer } from './inOwnProcess.ts'

/** What a program that `inOwnProcess` runs does: answers the one message that it gets, and ends. */
export function answerParent<Order, Answer>(work: (order: Order) => Promise<Answer>): void {
  process.once('message', async (order: Order) => {
    const given: ProcessAnswer<Answer> = await work(order).then(
      (answer) => ({ answer }),
      (fault: unknown) => ({ fault: String(fault) }),
    )
    process.send?.(given, () => process.disconnect())
  })
}
