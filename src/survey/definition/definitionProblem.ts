/** What stands where in a definition: rows are counted in document order, groups and repeats among them, from 0. */
export type Place =
  | { in: 'survey'; row: number; column: string; language?: string }
  | { in: 'choices'; list: string; choice: number; column: string; language?: string }
  | { in: 'settings'; column: string; language?: string }

/** What keeps a definition from being asked, or what its author probably did not mean. */
export type DefinitionFault =
  /** `${name}` or a path that no row has; with the most similar name there is. */
  | { code: 'unknown_name'; name: string; similar?: string }
  /** `${name}` that several rows have. */
  | { code: 'ambiguous_name'; name: string }
  | { code: 'duplicate_name'; name: string }
  | { code: 'unknown_list'; list: string; similar?: string }
  | { code: 'unknown_function'; name: string; similar?: string }
  | { code: 'wrong_argument_count'; name: string; least: number; most: number; given: number }
  /** The text is no expression: what was found at which character (from 1), and what was expected instead. */
  | { code: 'syntax'; found: string; position: number; expected: string }
  | { code: 'expression_too_long'; longest: number }
  | { code: 'expression_too_deep'; deepest: number }
  /** XPath that a chat does not understand, such as `ancestor::`. */
  | { code: 'unsupported_expression'; what: string }
  /** Expressions that need each other's results, by the names of their rows. */
  | { code: 'cycle'; names: readonly string[] }
  /** A date is compared with a text: it never holds. Write `date('…')`. */
  | { code: 'date_as_text'; text: string }
  /** A question is compared with a code that is not in its list. */
  | { code: 'unknown_code'; name: string; choice: string; similar?: string }
  /** The row can never become relevant, whatever is answered. */
  | { code: 'never_relevant' }
  /** `regex()` with a pattern that is none. */
  | { code: 'bad_pattern'; pattern: string }

/** One fault of a definition and where it stands. Errors keep it from being published, warnings do not. */
export type DefinitionProblem = DefinitionFault & { severity: 'error' | 'warning'; place: Place }
