import type { Choice, QuestionDefinition, Words } from '../definition/definition.ts'
import { mostSimilar } from '../expression/mostSimilar.ts'
import type { FormLanguages } from './formLanguages.ts'
import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'
import type { ChoiceList } from './readChoices.ts'
import { fileStem, type SelectType } from './readType.ts'

/** The lists of a form while its survey is read. */
export interface Lists {
  all: ReadonlyMap<string, ChoiceList>
  /** The list a question takes its choices from; one that is not there yet may be made empty. */
  use(select: Pick<SelectType, 'list' | 'from'>, place: FormPlace): { name: string; isFile: boolean }
  /** A file with rows of data, of which nothing is known. */
  addFile(name: string): void
  /** Adds the choice "other", also for the other questions with this list; false when there is no such list. */
  addOther(list: string, place: FormPlace): boolean
  /** The question that asks what "other" is. */
  specifyOther(name: string): QuestionDefinition
  /** Several choices are joined by spaces: their names must have none. */
  checkSpaces(list: string): void
  /** The names of a list's choices; nothing when they are not known. */
  namesIn(list: string): ReadonlySet<string> | undefined
  /** Lists that no question has used. */
  unused(): string[]
}

/**
 * @param choices the lists of the sheet "choices"
 * @param external those of the sheet "external_choices", for `select_one_external`
 */
export function formLists(
  choices: ReadonlyMap<string, ChoiceList>,
  external: ReadonlyMap<string, ChoiceList>,
  languages: FormLanguages,
  problems: ProblemList,
): Lists {
  const all = new Map(choices)
  const used = new Set<string>()
  /** Files under the names that their rows have here. */
  const files = new Map<string, string>()
  const checked = new Set<string>()
  const names = new Map<string, ReadonlySet<string>>()
  /** Lists of the sheet "external_choices" under the names they have here. */
  const brought = new Map<string, string>()

  return { all, use, addFile, addOther, specifyOther, checkSpaces, namesIn, unused }

  function use({ list, from }: Pick<SelectType, 'list' | 'from'>, place: FormPlace) {
    if (list.includes(`\${`)) {
      problems.error(place, { code: 'no_list_from_repeat', list })
      return { name: emptyList('previous_answers'), isFile: true }
    }
    if (list === '__proto__') {
      problems.error(place, { code: 'reserved_name', name: list })
      return { name: emptyList('list'), isFile: true }
    }
    if (from === 'external') return { name: bring(list, place), isFile: false }
    const stem = fileStem(list)
    if (from === 'file' || (stem !== undefined && !all.has(list))) {
      if (stem === undefined) problems.error(place, { code: 'bad_file_name', file: list })
      else problems.warn(place, { code: 'no_file', file: list })
      return { name: emptyList(stem ?? list), isFile: true }
    }
    used.add(list)
    return { name: list, isFile: false }
  }

  function addFile(name: string): void {
    emptyList(name)
  }

  function emptyList(name: string): string {
    const free = files.get(name) ?? freeName(name)
    files.set(name, free)
    used.add(free)
    if (!all.has(free)) all.set(free, { sheet: 'survey', choices: [], rows: [] })
    return free
  }

  function bring(list: string, place: FormPlace): string {
    const known = brought.get(list)
    if (known !== undefined) return known
    const found = external.get(list)
    if (!found) {
      const similar = mostSimilar(list, external.keys())
      problems.error(place, {
        code: 'unknown_external_list',
        list,
        ...(similar !== undefined && { similar }),
      })
      return emptyList(list)
    }
    const name = freeName(list)
    all.set(name, found)
    used.add(name)
    brought.set(list, name)
    return name
  }

  function freeName(name: string): string {
    let free = name === '__proto__' ? 'list' : name
    for (let suffix = 2; all.has(free); suffix++) free = `${name}_${suffix}`
    return free
  }

  function addOther(list: string, place: FormPlace): boolean {
    const found = all.get(list)
    if (!found || found.choices.length === 0) {
      problems.error(place, { code: 'no_choices_for_other', list })
      return false
    }
    if (namesIn(list)?.has('other')) return true
    const said = new Set(found.choices.flatMap(({ label }) => Object.keys(label ?? {})))
    const label = Object.fromEntries(
      [...(said.size > 0 ? said : [languages.main])].map((each) => [each, 'Other']),
    )
    found.choices.push({ name: 'other', label } satisfies Choice)
    found.rows.push(found.rows.at(-1) ?? 1)
    names.delete(list)
    return true
  }

  function specifyOther(name: string): QuestionDefinition {
    const said = languages.all.length > 0 ? languages.all : [languages.main]
    const label: Words = Object.fromEntries(said.map((language) => [language, 'Specify other.']))
    return { type: 'text', name: `${name}_other`, label, relevant: `selected(../${name}, 'other')` }
  }

  function checkSpaces(list: string): void {
    const found = all.get(list)
    if (!found || checked.has(list)) return
    checked.add(list)
    for (const [at, { name }] of found.choices.entries()) {
      if (!/\s/.test(name)) continue
      const place = { sheet: found.sheet, row: found.rows[at] ?? 1, column: 'name' }
      problems.error(place, { code: 'choice_with_spaces', choice: name, list })
    }
  }

  function namesIn(list: string): ReadonlySet<string> | undefined {
    const found = all.get(list)
    if (!found || found.choices.length === 0) return undefined
    const known = names.get(list) ?? new Set(found.choices.map(({ name }) => name))
    names.set(list, known)
    return known
  }

  function unused(): string[] {
    return [...choices.keys()].filter((list) => !used.has(list))
  }
}
