import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Envelope } from '../answer.ts'
import { answerCall } from '../answerCall.ts'
import type { World } from '../world.ts'
import { BodyProblem, readBody } from './readBody.ts'

/** Answers `/bot<token>/<method>`, with the errors a wrong token or address gets. */
export async function botRoute(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
): Promise<void> {
  const problem = addressProblem(world, path)
  if (problem) {
    request.resume()
    return sendEnvelope(response, problem.error_code, problem)
  }
  const method = path.slice(path.indexOf('/', 1) + 1).replace(/\/$/, '')
  try {
    const { parameters, isJson, files } = await readBody(request, query)
    const whenAbandoned = (listener: () => void) => response.on('close', listener)
    const answer = answerCall(world, { method, parameters, isJson, files, whenAbandoned })
    sendAnswer(response, answer instanceof Promise ? await answer : answer)
  } catch (fault) {
    if (!(fault instanceof BodyProblem)) throw fault
    sendEnvelope(response, fault.code, { ok: false, error_code: fault.code, description: fault.message })
  }
}

/** What the real server says to an address it does not serve; nothing when token and method are there. */
export function addressProblem(world: World, path: string) {
  const [, token = '', ...rest] = path.match(/^\/(?:file\/)?bot([^/]*)\/(.*)$/) ?? []
  if (rest.length === 0 || rest[0] === '') return refusal(404, 'Not Found')
  if (token === world.token) return undefined
  const isWellFormed = /^[1-9]\d*:[\w-]+$/.test(token) && token.length <= 80
  return refusal(401, isWellFormed ? 'Unauthorized' : 'Unauthorized: invalid token specified')
}

function refusal(code: number, description: string) {
  return { ok: false as const, error_code: code, description }
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  switch (answer.is) {
    case 'reset':
      // A reset, not an orderly end: the bot must not take it for an empty answer.
      response.socket?.resetAndDestroy()
      return
    case 'page':
      response.writeHead(answer.status, { 'content-type': 'text/html' })
      response.end(answer.html)
      return
    case 'envelope':
      sendEnvelope(response, answer.status, answer.envelope)
  }
}

/** Sends the Bot API's envelope; a waiting time stands in a header too. */
export function sendEnvelope(response: ServerResponse, status: number, envelope: Envelope): void {
  const json = JSON.stringify(envelope)
  const wait = envelope.ok ? undefined : envelope.parameters?.retry_after
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
    ...(wait !== undefined && { 'retry-after': String(wait) }),
  })
  response.end(json)
}
