import type { Value } from '../link.ts'

/** A value without the one character that PostgreSQL's texts cannot hold. */
export const withoutNul = (value: Value): Value =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value
