import { Composer } from 'telegraf'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { SurveyTemplate } from './surveyTemplate.ts'
import { templateFile } from './templateFile.ts'

/** The questionnaires to begin with, as workbooks that an admin edits and sends back. */
export function surveyTemplateChat(
  templates: Readonly<Record<string, SurveyTemplate>>,
  isAdmin: (person: number) => boolean,
): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()

  chat.use(
    onPress({
      'survey-templates': adminsOnly(isAdmin)(async (ctx) => {
        const files = await Promise.all(
          Object.entries(templates).map(async ([name, template]) => ({
            kind: 'document' as const,
            name: `${name}.xlsx`,
            content: await templateFile(template),
          })),
        )
        const documents = files.map((file) => ({
          html: ctx.speak.html('template.file', { name: file.name }),
          file,
        }))
        return ctx.respond({ say: [{ html: ctx.speak.html('template.explain') }, ...documents] })
      }),
    }),
  )

  return chat
}
