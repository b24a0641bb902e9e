import { Composer } from 'telegraf'
import type { Message } from '../../message/message.ts'
import { BIGGEST_UPLOAD } from '../../message/messageFile.ts'
import { formatNumber } from '../../numbers.ts'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { LongTurns } from '../../telegram/longTurns.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Units } from '../../unit/service.ts'
import { languageFor } from '../definition/words.ts'
import { openView } from '../results/openView.ts'
import type { Results } from '../results/service.ts'
import { titleOf, type View, whereAndWhen } from '../results/view.ts'
import { EXPORT_FORMATS, type ExportFormat } from './exportFormat.ts'
import { type ExportOrder, type ExportsAside, exportCommand } from './exportsAside.ts'
import { exportEnding } from './writeExport.ts'

/**
 * The download of answers: an admin asks for it, is told that it is being made, and gets it as a document.
 * @param say says a message in a chat, and resolves when it has been sent
 * @param most bytes that can be sent
 */
export function exportChat(parts: {
  results: Results
  units: Units
  exports: ExportsAside
  turns: LongTurns
  isAdmin(person: number): boolean
  say(chat: number, message: Message): Promise<unknown>
  most?: number
}): Composer<SuluhContext> {
  const { results, units, exports, turns, isAdmin, say, most = BIGGEST_UPLOAD } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)

  async function deliver(ctx: SuluhContext, view: View, format: ExportFormat): Promise<void> {
    const { speak } = ctx
    if (exports.isBusy()) {
      await ctx.respond({ toast: speak.plain('figures.exportBusy'), alert: true })
      return
    }
    const order = orderOf(view, format, speak.language)
    const making = exports.make(order)
    const [made] = await Promise.all([
      making,
      ctx.respond({ say: [{ html: speak.html('figures.exportBegun') }] }),
    ])
    try {
      const to = ctx.chat?.id ?? ctx.person
      if (made.bytes > most) return void (await say(to, tooLarge(ctx, order, made.bytes)))
      await say(to, {
        html: speak.html('figures.exportReady', {
          survey: titleOf(speak, view),
          what: whereAndWhen(speak, view),
        }),
        file: { kind: 'document', name: nameOf(order), content: { path: made.path } },
      })
    } finally {
      await made.remove()
    }
  }

  const tooLarge = ({ speak }: SuluhContext, order: ExportOrder, bytes: number): Message => {
    const megabytes = (of: number) => formatNumber(Math.ceil(of / 1024 / 1024), speak.language)
    const values = { megabytes: megabytes(bytes), most: megabytes(most), command: exportCommand(order) }
    return { html: speak.html('figures.exportTooLarge', values) }
  }

  chat.use(
    onPress({
      export: (ctx, { format: asked, ...selected }) =>
        forAdmins(() =>
          turns.begin(ctx, async () => {
            const format = EXPORT_FORMATS.find((known) => known === asked)
            const view = format && (await openView(results, units, selected))
            if (!view) return ctx.respond({ toast: ctx.speak.plain('figures.gone'), alert: true })
            return deliver(ctx, view, format)
          }),
        )(ctx),
    }),
  )

  return chat
}

function orderOf({ info, unit, period, form }: View, format: ExportFormat, reader: string): ExportOrder {
  return {
    survey: info.code,
    ...(unit && { unit: unit.code }),
    ...(period !== undefined && { period }),
    format,
    language: languageFor(form.languages, reader, form.language),
    ending: exportEnding(form, format),
  }
}

/** `skm-pkm-tebo-2026-S2-spss.zip` */
const nameOf = ({ survey, unit, period, format, ending }: ExportOrder): string =>
  `${[survey, unit, period, ending === format ? undefined : format].filter(Boolean).join('-')}.${ending}`
