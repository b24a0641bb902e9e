import type { DefinitionInput } from '../src/survey/definition.ts'

/** A survey of so many questions with four answers each, as the satisfaction survey asks them. */
export function surveyOfLength(questions: number): DefinitionInput {
  const words = ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah']
  return {
    settings: { title: { id: 'Bench' }, default_language: 'id' },
    survey: Array.from({ length: questions }, (_, index) => ({
      type: 'select_one' as const,
      name: `q${index + 1}`,
      list: 'answers',
      label: { id: 'Bagaimana pendapat Bapak/Ibu tentang kemudahan prosedur pelayanan di unit ini?' },
    })),
    choices: { answers: words.map((id, index) => ({ name: String(index + 1), label: { id } })) },
  }
}
