import type { IncomingMessage } from 'node:http'

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * Why a request is refused; nothing when it comes from this machine's own page or from a program. Other sites
 * open in the same browser, and names that were made to lead here, get nothing.
 */
export function strangerProblem({ headers, method }: IncomingMessage): string | undefined {
  const host = headers.host ?? ''
  if (!loopback.test(host)) return 'the Host header does not name this machine'
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return 'another site asks'
  const site = headers['sec-fetch-site']
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' && method === 'GET'
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isNavigation)) {
    return 'another site asks'
  }
  return undefined
}
