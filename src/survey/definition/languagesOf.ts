import type { Definition, RowDefinition, Words } from './definition.ts'

/** The languages that anything is said in, the survey's own first. */
export function languagesOf({ settings, survey, choices }: Definition): string[] {
  const found = new Set([settings.default_language])
  const add = (words: Words | undefined) => {
    for (const language of Object.keys(words ?? {})) found.add(language)
  }
  const addRow = (row: RowDefinition) => {
    if ('label' in row) add(row.label)
    if ('hint' in row) add(row.hint)
    if ('children' in row) for (const child of row.children) addRow(child)
  }
  add(settings.title)
  for (const row of survey) addRow(row)
  for (const list of Object.values(choices)) for (const { label } of list) add(label)
  return [...found]
}
