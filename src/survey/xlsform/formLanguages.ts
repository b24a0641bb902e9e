import { DEFAULT_LANGUAGE, LONGEST_LANGUAGE } from '../definition/definition.ts'
import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'
import type { Heading } from './readHeadings.ts'

export interface FormLanguages {
  /** Those that columns name, in the order of the columns. */
  all: readonly string[]
  /** The one that stands in for missing translations, and of words in columns without a language. */
  main: string
}

/**
 * The languages of a form. Without the setting `default_language` the main one is that of the labels: `default` when
 * they stand in a column without a language, else the first.
 * @param given what the setting says, with its place; blank when nothing
 * @param hasPlainLabels there are labels in a column without a language
 */
export function formLanguages(
  headings: readonly Heading[],
  given: { language: string; place: FormPlace },
  hasPlainLabels: boolean,
  problems: ProblemList,
): FormLanguages {
  const all = [...new Set(headings.flatMap(({ column, language }) => (column && language ? [language] : [])))]
  for (const [index, language] of all.entries()) {
    const other = all.slice(0, index).find((each) => plain(each) === plain(language))
    const at = headings.find((heading) => heading.language === language)
    if (other !== undefined && at) problems.warn(given.place, { code: 'similar_languages', language, other })
  }
  return { all, main: mainLanguage() }

  function mainLanguage(): string {
    const { language, place } = given
    const first = all[0] ?? DEFAULT_LANGUAGE
    if (language === '') return hasPlainLabels ? DEFAULT_LANGUAGE : first
    if (language.length > LONGEST_LANGUAGE) {
      problems.error(place, { code: 'too_long', most: LONGEST_LANGUAGE })
      return first
    }
    if (language === DEFAULT_LANGUAGE || all.length === 0 || all.includes(language)) return language
    const near = all.find((each) => isMeantBy(language, each))
    if (near === undefined && hasPlainLabels) return language
    const taken = near ?? first
    problems.warn(place, { code: 'unknown_default_language', language, taken })
    return taken
  }
}

const plain = (language: string): string => language.replace(/\s/g, '').toLowerCase()

/** `English`, `english` and `en` mean `English (en)`. */
function isMeantBy(given: string, language: string): boolean {
  const [, name = '', code = ''] = /^([^()]*)\(?([^()]*)\)?$/.exec(language) ?? []
  return [language, name, code].some((called) => plain(called) !== '' && plain(called) === plain(given))
}
