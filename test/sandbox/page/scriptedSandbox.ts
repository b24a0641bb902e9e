import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Act } from '../../../src/sandbox/act.ts'
import type { SandboxEvent, SandboxState } from '../../../src/sandbox/protocol.ts'
import { servePage } from '../../../src/sandbox/servePage.ts'

/** A local Telegram that does only what a test tells it: the page's partner in its own tests. */
export interface ScriptedSandbox {
  address: string
  /** What the page did, in order. */
  acts: Act[]
  /** What acts return: the id of a press's callback, for instance. */
  result: unknown
  tell(event: SandboxEvent): void
  /** Cuts all connections and refuses new ones, until {@link ScriptedSandbox.resume}. */
  stop(): Promise<void>
  resume(): Promise<void>
}

/** Starts one that shows `state`; a function, because a test may change what it shows. */
export async function startScriptedSandbox(state: () => SandboxState): Promise<ScriptedSandbox> {
  const streams = new Set<ServerResponse>()
  let told = 0
  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (await servePage(request, response)) return
    const json = (body: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    switch (request.url?.split('?')[0]) {
      case '/sandbox/state':
        return json({ ...state(), lastEvent: told })
      case '/sandbox/events':
        streams.add(response)
        return response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
      case '/sandbox/act':
        sandbox.acts.push(JSON.parse(await bodyOf(request)))
        return json({ ok: true, result: sandbox.result })
      default:
        return response.writeHead(404).end()
    }
  }

  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  await listen(0)
  const { port } = server.address() as AddressInfo

  const sandbox: ScriptedSandbox = {
    address: `http://127.0.0.1:${port}/`,
    acts: [],
    result: undefined,
    tell(event) {
      told++
      for (const stream of streams) stream.write(`id: ${told}\ndata: ${JSON.stringify(event)}\n\n`)
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      streams.clear()
      await closed
    },
    resume: () => listen(port),
  }
  return sandbox
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}
