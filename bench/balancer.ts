import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * The plainest load balancer: each new connection goes to the next server in turn, and whoever kept one keeps it. It
 * knows nothing of HTTP, people or health; a server that does not answer is passed over.
 */
export interface Balancer {
  port: number
  add(port: number): void
  remove(port: number): void
  close(): Promise<void>
}

export async function openBalancer(): Promise<Balancer> {
  let servers: number[] = []
  let next = 0
  let waiting: Socket[] = []
  const open = new Set<Socket>()

  function follow(client: Socket): void {
    open.add(client)
    client.on('close', () => open.delete(client))
    // Whoever hangs up has heard enough.
    client.on('error', () => client.destroy())
    lead(client, servers.length)
  }

  function lead(client: Socket, tries: number): void {
    const port = servers[next++ % Math.max(servers.length, 1)]
    if (client.destroyed) return
    if (port === undefined) {
      waiting.push(client)
      return
    }
    const server = connect({ port, host: '127.0.0.1', noDelay: true })
    let isThere = false
    server.on('connect', () => {
      isThere = true
      open.add(server)
      client.pipe(server).pipe(client)
    })
    server.on('error', () => {
      if (isThere || tries <= 0) client.destroy()
      else lead(client, tries - 1)
    })
    server.on('close', () => {
      open.delete(server)
      if (isThere) client.destroy()
    })
    client.on('close', () => server.destroy())
  }

  const server: Server = createServer({ noDelay: true }, follow)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: (server.address() as AddressInfo).port,
    add(port) {
      servers = [...servers, port]
      const clients = waiting
      waiting = []
      for (const client of clients) lead(client, servers.length)
    },
    remove(port) {
      servers = servers.filter((each) => each !== port)
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
