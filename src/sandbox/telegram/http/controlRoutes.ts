import type { IncomingMessage, ServerResponse } from 'node:http'
import { performAct } from '../acts/performAct.ts'
import { sandboxState } from '../state/sandboxState.ts'
import type { World } from '../world.ts'
import { readAct } from './actSchema.ts'
import { streamEvents } from './eventStream.ts'
import { BodyProblem, readBytes } from './readBody.ts'
import { sendStoredFile } from './sendStoredFile.ts'

const longestAct = 1024 * 1024
const biggestUpload = 50 * 1024 * 1024

/** Serves `/sandbox/*`: the state, events, acts and files of the chat page. */
export async function controlRoutes(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
): Promise<void> {
  const route = `${request.method} ${path}`
  if (route === 'GET /sandbox/state') return sendJson(response, 200, sandboxState(world))
  if (route === 'GET /sandbox/events') {
    return streamEvents(world, response, Number(new URLSearchParams(query).get('after') ?? 0))
  }
  if (request.method === 'GET' && path.startsWith('/sandbox/file/')) {
    return sendStoredFile(request, response, world.files.byId(decodeURIComponent(path.slice(14))))
  }
  try {
    if (route === 'POST /sandbox/act') return await receiveAct(world, request, response)
    if (route === 'POST /sandbox/upload') return await receiveUpload(world, request, response, query)
  } catch (fault) {
    if (!(fault instanceof BodyProblem)) throw fault
    return sendJson(response, fault.code, { ok: false, problem: fault.message })
  }
  refuse(request, response, 404, 'there is nothing here')
}

async function receiveAct(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A form on another site could send anything else without being asked first.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return refuse(request, response, 415, 'an act is application/json')
  }
  const read = readAct((await readBytes(request, longestAct)).toString())
  if ('problem' in read) return sendJson(response, 400, { ok: false, problem: read.problem })
  sendJson(response, 200, performAct(world, read.act))
}

async function receiveUpload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  query: string,
): Promise<void> {
  const parameters = new URLSearchParams(query)
  const bytes = await readBytes(request, biggestUpload)
  if (bytes.length === 0) return sendJson(response, 400, { ok: false, problem: 'Berkas ini kosong' })
  const name = parameters.get('name')?.replace(/[/\\]/g, '_').slice(0, 255) || 'berkas'
  const mimeType = parameters.get('type') || 'application/octet-stream'
  const { ref } = world.files.add({ name, mimeType, bytes, folder: 'documents' })
  sendJson(response, 200, { ok: true, file: ref })
}

function refuse(request: IncomingMessage, response: ServerResponse, code: number, problem: string): void {
  request.resume()
  sendJson(response, code, { ok: false, problem })
}

function sendJson(response: ServerResponse, code: number, value: unknown): void {
  response.writeHead(code, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(value))
}
