import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { OperatorProblem } from '../operatorProblem.ts'
import { mayReadMetrics } from './mayReadMetrics.ts'
import type { Readiness } from './readiness.ts'

export interface WebServer {
  port: number
  /** Takes no connections any more, and resolves when the last one is over. */
  close(): Promise<void>
}

/** Telegram and proxies keep connections; one that is kept too short is closed just when an update comes over it. */
const KEPT_ALIVE_MS = 75_000
/** A request that is not here by then is no update. */
const REQUEST_MS = 10_000

/**
 * Listens for whoever watches over the bot, and for what `addRoutes` adds. It tells strangers nothing, and logs nothing
 * of what they try.
 * @throws OperatorProblem when it cannot listen there
 */
export async function openWebServer(parts: {
  host: string
  port: number
  readiness: () => Promise<Readiness>
  metrics: { contentType: string; read(): Promise<string> }
  metricsToken: string | undefined
  /** Whether the bot is reached from outside, so that whoever comes from this machine may be anybody. */
  hasProxy: boolean
  addRoutes?: (server: FastifyInstance) => void
}): Promise<WebServer> {
  const { host, port, readiness, metrics, metricsToken: token, hasProxy, addRoutes } = parts
  const server = Fastify({
    logger: false,
    keepAliveTimeout: KEPT_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
  })

  server.setNotFoundHandler((_, reply) => reply.code(404).send())
  server.setErrorHandler((fault: FastifyError, _, reply) => reply.code(fault.statusCode ?? 500).send())
  server.get('/healthz', () => ({ alive: true }))
  server.get('/readyz', async (_, reply) => {
    const found = await readiness()
    return reply.code(found.ready ? 200 : 503).send(found)
  })
  server.get('/metrics', async ({ headers, socket }, reply) => {
    const asker = { headers, address: socket.remoteAddress ?? '' }
    if (!mayReadMetrics(asker, { token, hasProxy })) return reply.code(403).send()
    return reply.type(metrics.contentType).send(await metrics.read())
  })
  addRoutes?.(server)

  try {
    await server.listen({ host, port })
  } catch (fault) {
    await server.close()
    throw problemOf(fault as NodeJS.ErrnoException, host, port)
  }
  return { port: (server.server.address() as AddressInfo).port, close: async () => server.close() }
}

function problemOf(fault: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (fault.code) {
    case 'EADDRINUSE':
      return new OperatorProblem(
        `port ${port} of ${host} is taken by another program; choose another in PORT, or stop that one`,
      )
    case 'EACCES':
      return new OperatorProblem(`port ${port} may not be used by this user; choose one above 1023 in PORT`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorProblem(`HOST ${host} is no address of this machine; 127.0.0.1 and 0.0.0.0 are`)
    default:
      return fault
  }
}
