const INSTANCE = /\[(\d+)\]/g

/** The path of a stored answer without its instances: `keluarga[2]/umur` is an answer to `keluarga/umur`. */
export const questionPath = (path: string): string => (path.includes('[') ? path.replace(INSTANCE, '') : path)

/** The instances that a stored answer stands in, from the outside in: `keluarga[2]/anak[1]/nama` is in 2 and 1. */
export const instancesOf = (path: string): number[] =>
  Array.from(path.matchAll(INSTANCE), ([, digits]) => Number(digits))
