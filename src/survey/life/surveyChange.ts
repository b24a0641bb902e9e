/**
 * What differs between two versions of a survey, by the path of the question and the codes of its choices: results
 * are put together by these two.
 */
export type SurveyChange =
  | { type: 'question_added' | 'question_removed'; path: string; label: string }
  | { type: 'note_added' | 'note_removed'; path: string; label: string }
  /** Into another group, which is part of its path: results before and after cannot be put together. */
  | { type: 'question_moved'; path: string; label: string; from: string }
  /** Another kind of answer: results before and after cannot be put together. */
  | { type: 'question_retyped'; path: string; label: string; from: string; to: string }
  | { type: 'question_reworded'; path: string; from: string; to: string }
  /** Hints, messages, media, and what is said in other languages. */
  | { type: 'words_changed'; path: string; label: string }
  /** When it is asked, what it allows or how it is computed. */
  | { type: 'rules_changed'; path: string; label: string }
  | {
      type: 'option_added' | 'option_removed' | 'option_retired' | 'option_restored'
      path: string
      label: string
      code: string
      words: string
    }
  | { type: 'option_reworded'; path: string; label: string; code: string; from: string; to: string }
  /** Their order, their other languages, or the columns that filters look at. */
  | { type: 'options_changed'; path: string; label: string }
  | { type: 'order_changed' }
  /** Pictures, sounds or films were sent anew. */
  | { type: 'media_changed' }
  | { type: 'title_changed'; from: string; to: string }
  /** Languages, random order, lists that no question uses, groups without questions. */
  | { type: 'other_changed' }
