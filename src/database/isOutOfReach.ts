/** PostgreSQL is stopping, starting, has no connection left, or was cut off. */
const SERVER = /^(57P0[1-3]|53300|08\w{3})$/
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** Prisma's words for the same. */
const PRISMA = /^(P1001|P1002|P1008|P1017|P2024)$/
/** The disk is full or fails, or another process holds the file. */
const FILE = /^SQLITE_(BUSY|FULL|IOERR|CANTOPEN)/
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/

/** Whether a fault says that the database cannot be used just now: nothing of its statement was stored, or nobody knows. */
export function isOutOfReach(fault: unknown): boolean {
  for (let each = fault; each instanceof Error; each = each.cause) {
    const code = String((each as Error & { code?: unknown }).code ?? '')
    if ([SERVER, NETWORK, PRISMA, FILE].some((known) => known.test(code))) return true
    if (WORDS.test(each.message)) return true
  }
  return false
}
