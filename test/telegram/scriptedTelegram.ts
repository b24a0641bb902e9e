import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Call {
  method: string
  parameters: Record<string, unknown>
}

/** What is answered to a call: a result, or an error with its code. */
type Answer = { result: unknown } | { code: number; description: string }

/**
 * A Telegram that says what a test writes for it, also what people cannot do in the sandbox: updates word for word,
 * in batches, and any refusal.
 */
export async function scriptedTelegram(
  answer: (call: Call) => Answer | undefined | Promise<Answer | undefined> = () => undefined,
) {
  const calls: Call[] = []
  const batches: object[][] = []
  let waiting: ServerResponse | undefined
  let nextMessage = 1000
  let onCall = () => {}

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const method = request.url?.split('/').at(-1) ?? ''
    const call = { method, parameters: body ? JSON.parse(body) : {} }
    calls.push(call)
    onCall()
    const given = await answer(call)
    if (given) return reply(response, given)
    switch (method) {
      case 'getUpdates': {
        if (call.parameters.timeout === 0) return reply(response, { result: [] })
        const batch = batches.shift()
        if (batch) reply(response, { result: batch })
        else waiting = response
        return
      }
      case 'getMe':
        return reply(response, {
          result: { id: 99, is_bot: true, first_name: 'Suluh', username: 'suluh_bot' },
        })
      case 'sendMessage':
        return reply(response, { result: { message_id: nextMessage++ } })
      default:
        return reply(response, { result: true })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** The calls of one method; waits until there are so many. */
    async called(method: string, times = 1): Promise<Record<string, unknown>[]> {
      const found = () => calls.filter((call) => call.method === method)
      while (found().length < times)
        await new Promise<void>((resolve) => {
          onCall = resolve
        })
      return found().map(({ parameters }) => parameters)
    },
    /** Delivers these updates in one batch; resolves when the bot comes for more. */
    async delivers(...updates: object[]): Promise<void> {
      const polls = () => calls.filter(({ method }) => method === 'getUpdates').length
      while (!waiting) await new Promise((resolve) => setImmediate(resolve))
      const before = polls()
      const poll = waiting
      waiting = undefined
      reply(poll, { result: updates })
      while (polls() === before) await new Promise((resolve) => setImmediate(resolve))
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function reply(response: ServerResponse, answer: Answer) {
  const envelope =
    'result' in answer
      ? { ok: true, ...answer }
      : { ok: false, error_code: answer.code, description: answer.description }
  response.writeHead('code' in answer ? answer.code : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(envelope))
}
