import { expect, test } from 'vitest'
import { mayReadMetrics } from '../../src/web/mayReadMetrics.ts'

const TOKEN = 'a token of some length'
const bearer = { authorization: `Bearer ${TOKEN}` }
const forwarded = { 'x-forwarded-for': '127.0.0.1' }
const open = { token: undefined, hasProxy: false }
const behindProxy = { token: undefined, hasProxy: true }
const withToken = { token: TOKEN, hasProxy: true }

test.each([
  ['a program on this machine', {}, '127.0.0.1', open, true],
  ['the same by IPv6', {}, '::1', open, true],
  ['the same by IPv4 in IPv6', {}, '::ffff:127.0.0.1', open, true],
  ['somebody elsewhere', {}, '10.0.0.7', open, false],
  ['somebody whose address only begins alike', {}, '::ffff:12.7.0.1', open, false],
  ['whoever a proxy on this machine speaks for', forwarded, '127.0.0.1', open, false],
  ['whoever comes from this machine where there is a proxy', {}, '127.0.0.1', behindProxy, false],
  ['somebody elsewhere with the token', bearer, '10.0.0.7', withToken, true],
  ['the same through a proxy', { ...bearer, ...forwarded }, '127.0.0.1', withToken, true],
  [
    'somebody with another token',
    { authorization: 'Bearer a token of some lengtH' },
    '10.0.0.7',
    withToken,
    false,
  ],
  ['somebody with half a token', { authorization: 'Bearer a' }, '10.0.0.7', withToken, false],
  ['somebody with a token where none is set', { authorization: 'Bearer undefined' }, '10.0.0.7', open, false],
] as const)('%s', (_, headers, address, allowed, may) => {
  expect(mayReadMetrics({ headers, address }, allowed)).toBe(may)
})
