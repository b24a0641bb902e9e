import { badRequest } from './refusal.ts'

/** The arguments of a call: JSON values from a JSON body, strings from a query, form or multipart body. */
export type Parameters = Record<string, unknown>

/** A text argument. Numbers and flags count as the text they are written as, as the real server does it. */
export function textOf(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name]
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A whole number, from a number or from the digits a text begins with; 0 for a text without any. */
export function integerOf(parameters: Parameters, name: string): number | undefined {
  const value = parameters[name]
  if (typeof value === 'number') return Math.trunc(value)
  if (value === undefined || value === null || value === '') return undefined
  return Number.parseInt(String(value), 10) || 0
}

/** A number with a fraction. */
export function numberOf(parameters: Parameters, name: string): number | undefined {
  const value = parameters[name]
  if (value === undefined || value === null || value === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** A flag: `true`, `yes` and `1` mean yes, everything else no. */
export function flagOf(parameters: Parameters, name: string): boolean {
  const value = parameters[name]
  if (typeof value === 'boolean') return value
  if (value === undefined || value === null) return false
  return /^(true|yes|1)$/i.test(String(value))
}

/**
 * An object or a list, given as JSON or as a text that holds JSON.
 * @throws Refusal with `problem` when the text holds none
 */
export function structureOf(parameters: Parameters, name: string, problem: string): unknown {
  const value = parameters[name]
  if (typeof value !== 'string') return value ?? undefined
  if (value === '') return undefined
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(problem)
  }
}

/** Whether a JSON value is an object with fields, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
