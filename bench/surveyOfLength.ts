import type { Definition } from '../src/survey/definition/definition.ts'

/** A survey of so many questions with four answers each, as the satisfaction survey asks them. */
export function surveyOfLength(questions: number): Definition {
  const words = ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah']
  return {
    format: 2,
    settings: { title: { id: 'Bench' }, default_language: 'id' },
    survey: Array.from({ length: questions }, (_, index) => ({
      type: 'select_one' as const,
      name: `q${index + 1}`,
      list: 'answers',
      required: true as const,
      label: { id: 'Bagaimana pendapat Bapak/Ibu tentang kemudahan prosedur pelayanan di unit ini?' },
    })),
    choices: { answers: words.map((id, index) => ({ name: String(index + 1), label: { id } })) },
  }
}
