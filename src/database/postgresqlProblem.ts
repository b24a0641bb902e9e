import { DatabaseProblem } from './problem.ts'

/** Why PostgreSQL could not be used, as a sentence for the operator. @param url without password */
export function postgresqlProblem(url: string, error: unknown): DatabaseProblem {
  const { hostname, port, pathname, username } = new URL(url)
  const server = `${hostname || 'localhost'}:${port || 5432}`
  const name = decodeURIComponent(pathname.slice(1))
  const user = decodeURIComponent(username)
  const { code = '', message } = error as { code?: string; message: string }
  return new DatabaseProblem(reason({ code, message, server, name, user }), { cause: error })
}

interface Facts {
  code: string
  message: string
  server: string
  name: string
  user: string
}

function reason({ code, message, server, name, user }: Facts): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `PostgreSQL does not answer at ${server}: start it, or correct host and port in DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no server named ${server}: correct the host in DATABASE_URL.`
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `PostgreSQL at ${server} cannot be reached: check the network and its firewall.`
    case '28P01':
      return `PostgreSQL at ${server} refuses the password of user "${user}": correct it in DATABASE_URL.`
    case '28000':
      return `PostgreSQL at ${server} does not let user "${user}" in (${message}): create the user or allow it in pg_hba.conf.`
    case '3D000':
      return `PostgreSQL at ${server} has no database "${name}": create it with createdb ${name}, or correct DATABASE_URL.`
    case '42501':
      return `User "${user}" may not do that in database "${name}" at ${server} (${message}): grant the right or make it the owner.`
    case '53300':
      return `PostgreSQL at ${server} has no connection left: raise max_connections or stop other programs.`
    case '57P03':
      return `PostgreSQL at ${server} is still starting: try again in a moment.`
  }
  if (/timeout/.test(message)) {
    return `PostgreSQL at ${server} cannot be reached: check the network and its firewall.`
  }
  if (/password must be a string/.test(message)) {
    return `PostgreSQL at ${server} wants a password for user "${user}": write it into DATABASE_URL.`
  }
  return `The database "${name}" at ${server} cannot be used: ${message}.`
}
