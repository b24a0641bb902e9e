import type { Parameters } from './parameters.ts'
import { type Field, fieldsOfType, type MethodSpecification } from './specification.ts'

/** Telegraf's keyboard builder and its forms leave these behind; nobody can help it. */
const telegrafsOwn = new Set(['hide', 'method'])

/**
 * What a strict reader objects to in the arguments of a call, compared with the documentation: unknown names,
 * values of the wrong type, required ones left out. Telegram itself takes no notice of most of it.
 * @param isJson whether the arguments came as JSON; in forms everything is text and only names are compared
 * @param files the parts of a form that are files
 */
export function checkParameters(
  method: MethodSpecification,
  parameters: Parameters,
  isJson: boolean,
  files: ReadonlyMap<string, unknown>,
): string[] {
  const problems: string[] = []
  for (const name in parameters) {
    const value = parameters[name]
    const field = method.fields.get(name)
    if (telegrafsOwn.has(name)) continue
    if (!field) problems.push(`unknown parameter "${name}"`)
    else if (isJson) checkValue(value, field, name, problems)
  }
  for (const { name, isRequired } of method.fields.values()) {
    const isThere = parameters[name] !== undefined || files.has(name)
    if (isRequired && !isThere) problems.push(`parameter "${name}" is required`)
  }
  return problems
}

function checkValue(value: unknown, field: Field, path: string, problems: string[]): void {
  if (value === null || value === undefined) return
  const [first] = field.types
  if (field.types.length === 1 && first !== undefined) {
    checkAs(value, first, path, problems)
    return
  }
  let nearest: string[] = []
  let fewestStrangers = Number.POSITIVE_INFINITY
  for (const type of field.types) {
    const found: string[] = []
    checkAs(value, type, path, found)
    if (found.length === 0) return
    const strangers = strangersIn(value, type)
    if (strangers < fewestStrangers) {
      nearest = found
      fewestStrangers = strangers
    }
  }
  problems.push(...nearest)
}

/** How many fields of a value its type does not know: of several types, the one with the fewest is meant. */
function strangersIn(value: unknown, type: string): number {
  const fields = fieldsOfType(type)
  if (!fields || typeof value !== 'object' || value === null) return Number.MAX_SAFE_INTEGER
  return Object.keys(value).filter((name) => !fields.has(name)).length
}

function checkAs(value: unknown, type: string, path: string, problems: string[]): void {
  if (type.endsWith('[]')) checkList(value, type.slice(0, -2), path, problems)
  else if (!isOfType(value, type)) problems.push(`parameter "${path}" should be ${type}`)
  else checkFields(value, type, path, problems)
}

function checkList(value: unknown, type: string, path: string, problems: string[]): void {
  // Lists and objects may come as a text that holds their JSON; Telegraf's forms need that.
  if (typeof value === 'string' && /^\s*\[/.test(value)) return
  if (!Array.isArray(value)) problems.push(`parameter "${path}" should be ${type}[]`)
  else for (const item of value) checkAs(item, type, path, problems)
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'Integer':
      return Number.isInteger(value)
    case 'Float':
      return typeof value === 'number'
    case 'String':
      return typeof value === 'string'
    case 'Boolean':
      return typeof value === 'boolean'
    case 'InputFile':
      return typeof value === 'string' || typeof value === 'object'
    case 'InputPollOption':
      return true
    default:
      return typeof value === 'object' || (typeof value === 'string' && /^\s*\{/.test(value))
  }
}

function checkFields(value: unknown, type: string, path: string, problems: string[]): void {
  if (typeof value !== 'object' || value === null) return
  const fields = fieldsOfType(type)
  if (!fields) return
  for (const [name, inner] of Object.entries(value)) {
    const field = fields.get(name)
    if (telegrafsOwn.has(name)) continue
    if (!field) problems.push(`unknown field "${name}" in "${path}"`)
    else checkValue(inner, field, `${path}.${name}`, problems)
  }
}
