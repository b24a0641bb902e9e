import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Place } from './testDatabase.ts'

/** Databases on the server that `server` names; `server` itself is only used to give orders. */
export function postgresqlPlace(server: string): Place {
  return {
    async copy(key, fill) {
      const template = `suluh_template_${key}`
      const name = `suluh_test_${randomUUID().replaceAll('-', '')}`
      await order(server, async (client) => {
        await makeTemplate(client, template, () => fill(addressOf(server, template)))
        await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
      })
      return {
        address: addressOf(server, name),
        remove: () =>
          order(server, async (client) => {
            await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
          }),
      }
    },
  }
}

/** Workers that start together wait here for the one that makes the template. */
async function makeTemplate(client: pg.Client, template: string, fill: () => Promise<void>) {
  const exists = 'SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate'
  if ((await client.query(exists, [template])).rowCount) return
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [template])
  if (!(await client.query(exists, [template])).rowCount) {
    await client.query(`DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`)
    await client.query(`CREATE DATABASE "${template}"`)
    await fill()
    await client.query(`ALTER DATABASE "${template}" IS_TEMPLATE true`)
  }
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template])
}

async function order(server: string, give: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await give(client)
  } finally {
    await client.end()
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
