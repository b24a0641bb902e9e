import type { DefinitionFault } from '../definition/definitionProblem.ts'

/** Where in the spreadsheet something is wrong. */
export interface FormPlace {
  sheet: string
  /** As the spreadsheet shows it. */
  row?: number
  /** The header as the file has it; the usual one when the file has no such column. */
  column?: string
}

type Kind = 'group' | 'repeat' | 'loop'

/** What is wrong with a form, as far as it is seen before its expressions are compiled. */
export type FormFault =
  /** Sheets. */
  | { code: 'no_survey_sheet'; similar?: string }
  | { code: 'similar_sheet'; wanted: string }
  | { code: 'no_questions' }
  | { code: 'too_many_rows'; most: number }
  | { code: 'too_many_choices'; list: string; most: number }
  | { code: 'rows_after_gap'; rows: number }
  | { code: 'error_cell'; error: string }
  | { code: 'uncalculated_cell' }
  /** Headers. */
  | { code: 'missing_column'; wanted: string; similar?: string }
  | { code: 'duplicate_column'; other: string }
  | { code: 'unknown_column'; similar?: string }
  | { code: 'column_without_header'; letter: string }
  | { code: 'column_with_spaces' }
  | { code: 'untranslatable_column' }
  | { code: 'too_many_header_parts' }
  | { code: 'reserved_column' }
  /** Languages. */
  | { code: 'similar_languages'; language: string; other: string }
  | { code: 'unknown_default_language'; language: string; taken: string }
  | { code: 'missing_translation'; language: string; count: number; rows: string }
  /** Settings. */
  | { code: 'unknown_setting'; similar?: string }
  | { code: 'not_yes_or_no'; value: string }
  | { code: 'too_long'; most: number }
  | { code: 'no_encryption' }
  | { code: 'no_entities' }
  /** Rows of the survey. */
  | { code: 'missing_type' }
  | { code: 'unknown_type'; type: string; similar?: string }
  | { code: 'missing_list'; type: string }
  | { code: 'list_with_spaces'; list: string }
  | { code: 'missing_name' }
  | { code: 'invalid_name'; name: string }
  | { code: 'reserved_name'; name: string }
  | { code: 'similar_names'; name: string; other: string; otherRow: number }
  | { code: 'repeat_name_twice'; name: string; otherRow: number }
  | { code: 'end_without_begin'; kind: Kind }
  | { code: 'end_of_other'; kind: Kind; opened: Kind; name: string; openedRow: number }
  | { code: 'never_ended'; kind: Kind; name: string }
  | { code: 'too_deep'; deepest: number }
  | { code: 'required_group' }
  | { code: 'loop_without_list' }
  | { code: 'loop_list_unknown'; list: string; similar?: string }
  | { code: 'loop_choice_name'; choice: string; list: string }
  | { code: 'no_choices_for_other'; list: string }
  | { code: 'other_with_filter' }
  | { code: 'missing_calculation' }
  | { code: 'bad_reference'; found: string }
  | { code: 'last_saved'; name: string }
  | { code: 'bad_trigger'; found: string }
  | { code: 'hidden_trigger'; name: string }
  | { code: 'bad_parameters'; found: string }
  | { code: 'unknown_parameter'; parameter: string; known: string }
  | { code: 'parameter_not_number'; parameter: string; value: string }
  | { code: 'parameter_not_boolean'; parameter: string; value: string }
  | { code: 'bad_quality'; value: string }
  | { code: 'bad_seed'; value: string }
  | { code: 'seed_without_randomize' }
  | { code: 'bad_range' }
  | { code: 'bad_default'; value: string; type: string }
  | { code: 'no_label' }
  | { code: 'long_label'; length: number; most: number }
  /** What a chat cannot do. */
  | { code: 'no_drawing'; type: string }
  | { code: 'no_map_data'; type: string }
  | { code: 'no_include'; type: string }
  | { code: 'no_cascading_select'; type: string }
  | { code: 'no_list_from_repeat'; list: string }
  | { code: 'no_file'; file: string }
  | { code: 'bad_file_name'; file: string }
  | { code: 'left_blank'; type: string }
  | { code: 'plain_photo'; appearance: string }
  | { code: 'plain_location'; appearance: string }
  | { code: 'plain_list'; appearance: string }
  /** Choices. */
  | { code: 'choice_without_list' }
  | { code: 'choice_without_name'; list: string }
  | { code: 'choice_without_label'; choice: string }
  | { code: 'duplicate_choice'; choice: string; list: string; otherRow: number }
  | { code: 'choice_with_spaces'; choice: string; list: string }
  | { code: 'unknown_external_list'; list: string; similar?: string }
  | { code: 'unused_lists'; lists: string }
  /** Tests. */
  | { code: 'test_without_question' }
  | { code: 'test_unknown_question'; name: string; similar?: string }
  | { code: 'test_bad_expectation'; value: string }
  | { code: 'test_without_step' }
  | { code: 'test_bad_date'; value: string }
  /** A scenario that turned out otherwise. */
  | { code: 'test_never_asked'; name: string }
  | { code: 'test_refused'; answer: string }
  | { code: 'test_not_refused'; answer: string }
  | { code: 'test_other_value'; name: string; expected: string; found: string }
  | { code: 'test_was_asked'; name: string }
  /** Further problems of a kind that was told often enough. */
  | { code: 'and_more'; count: number }

/** One problem of a form in a spreadsheet. With an error it cannot be asked; a warning is for its author to judge. */
export type FormProblem = FormPlace & { severity: 'error' | 'warning' } & (FormFault | DefinitionFault)
