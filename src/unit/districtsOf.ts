import type { Unit } from './unit.ts'

/** A kecamatan, and the id of the first unit in it, by which buttons name it. */
export interface District {
  name: string
  unit: number
}

/** The kecamatan in which these units lie, each once, by name. */
export function districtsOf(units: readonly Unit[]): District[] {
  const first = new Map<string, number>()
  for (const { id, district } of units)
    if (district !== undefined) first.set(district, Math.min(id, first.get(district) ?? id))
  return [...first].map(([name, unit]) => ({ name, unit })).sort((a, b) => a.name.localeCompare(b.name, 'id'))
}
