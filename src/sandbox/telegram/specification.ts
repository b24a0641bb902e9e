import { botApiMethods } from './botApiMethods.ts'
import { botApiTypes } from './botApiTypes.ts'

export interface Field {
  name: string
  isRequired: boolean
  /** Alternatives such as `Integer`, `String`, `MessageEntity[]`. */
  types: string[]
}

export interface MethodSpecification {
  /** As the documentation spells it; calls may use any case. */
  name: string
  fields: Map<string, Field>
}

const methods = new Map(
  rows(botApiMethods).map(([name, fields]) => [name.toLowerCase(), { name, fields }] as const),
)
const types = new Map(rows(botApiTypes))

/** The method of the Bot API with this name, whatever its case. */
export function methodNamed(name: string): MethodSpecification | undefined {
  return methods.get(name) ?? methods.get(name.toLowerCase())
}

/** The fields of a type of the Bot API that methods take. */
export function fieldsOfType(name: string): Map<string, Field> | undefined {
  return types.get(name)
}

function rows(table: string): [string, Map<string, Field>][] {
  const lines = table.trim().split('\n')
  return lines.map((line) => {
    const [name = '', ...fields] = line.split(' ')
    return [name, new Map(fields.map((field) => readField(field)))]
  })
}

function readField(written: string): [string, Field] {
  const [named = '', types = ''] = written.split(':')
  const isRequired = named.endsWith('!')
  const name = isRequired ? named.slice(0, -1) : named
  return [name, { name, isRequired, types: types.split('|') }]
}
