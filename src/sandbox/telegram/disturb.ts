import type { Fault } from '../act.ts'
import { type Answer, refused } from './answer.ts'
import { Refusal, tooManyRequests } from './refusal.ts'

/**
 * Lets a disturbance have its way with a call.
 * @param done notes an answer that was not the call's own
 * @param carryOn carries the call out
 */
export function disturb(
  fault: Fault['kind'],
  done: (answer: Answer) => Answer,
  carryOn: () => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  switch (fault.is) {
    case 'flood':
      return done(refused(tooManyRequests(fault.retryAfter)))
    case 'error':
      return done(refused(new Refusal(fault.code, fault.description, fault.parameters)))
    case 'html-error':
      return done({ is: 'page', status: fault.code, html: errorPage(fault.code) })
    case 'reset-before':
      return done({ is: 'reset' })
    case 'reset-after':
      return Promise.resolve(carryOn()).then(() => ({ is: 'reset' }))
    case 'latency':
      return new Promise((resolve) => setTimeout(resolve, fault.milliseconds)).then(carryOn)
    default:
      return fault satisfies never
  }
}

function errorPage(code: 500 | 502): string {
  const title = code === 502 ? '502 Bad Gateway' : '500 Internal Server Error'
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`
}
