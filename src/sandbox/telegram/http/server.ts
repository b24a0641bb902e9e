import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { World } from '../world.ts'
import { botRoute } from './botRoute.ts'
import { controlRoutes } from './controlRoutes.ts'
import { fileRoute } from './fileRoute.ts'
import { strangerProblem } from './guard.ts'

/** Something else that lives on the same address; tells whether the request was its own. */
export type PageHook = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

export interface Listening {
  port: number
  /** Hangs up on everybody and frees the port. */
  close(): Promise<void>
}

/** Serves the Bot API, the control routes and the page on one loopback port; 0 means any free one. */
export async function listen(world: World, port: number, page: PageHook | undefined): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 75_000, noDelay: true }, (request, response) => {
    route(world, request, response, page).catch((fault: unknown) => fail(response, fault))
  })
  // Long polls and event streams may stay open for as long as they like.
  server.requestTimeout = 0
  server.headersTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => shut(server) }
}

async function route(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  page: PageHook | undefined,
): Promise<void> {
  const url = request.url ?? '/'
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? '' : url.slice(mark + 1)
  const stranger = isPageAddress(path) ? undefined : strangerProblem(request)
  if (stranger) return refuseStranger(request, response, stranger)
  if (path.startsWith('/bot')) return botRoute(world, request, response, path, query)
  if (path.startsWith('/file/bot')) return fileRoute(world, response, path)
  if (path.startsWith('/sandbox/')) return controlRoutes(world, request, response, path, query)
  if (page && (await page(request, response))) return
  request.resume()
  response.writeHead(404, { 'content-type': 'application/json' })
  response.end('{"ok":false,"error_code":404,"description":"Not Found"}')
}

/** The page itself may be opened from anywhere: without what follows here it shows nothing. */
function isPageAddress(path: string): boolean {
  return !/^\/(bot|file\/|sandbox\/)/.test(path)
}

function refuseStranger(request: IncomingMessage, response: ServerResponse, problem: string): void {
  request.resume()
  response.writeHead(403, { 'content-type': 'application/json' })
  const description = `Forbidden: ${problem}`
  response.end(JSON.stringify({ ok: false, error_code: 403, description, problem }))
}

/** A defect of the local Telegram itself: the bot sees what a broken server gives. */
function fail(response: ServerResponse, fault: unknown): void {
  // Whoever hung up in the middle of a request, such as a killed bot, needs no answer.
  if (response.destroyed || response.socket?.destroyed) return
  const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  process.emitWarning(`the local Telegram failed: ${words}`)
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
  response.end('{"ok":false,"error_code":500,"description":"Internal Server Error"}')
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
