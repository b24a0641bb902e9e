import { joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import { EXPORT_FORMATS } from '../export/exportFormat.ts'
import { headOf, selectedBy, toOverview, type View } from './view.ts'

/** The forms in which the answers can be downloaded, and what to mind with them. */
export function exportsMessage(speak: Speak, view: View, n: number): Message {
  const here = selectedBy(view)
  return {
    html: joinHtml(
      [
        headOf(speak, view),
        speak.html('figures.exportsExplained', { n: formatNumber(n, speak.language) }),
        speak.html(view.info.isNamed ? 'figures.exportsNamed' : 'figures.exportsAnonymous'),
      ],
      '\n\n',
    ),
    buttons: [
      EXPORT_FORMATS.map((format) => ({
        text: speak.plain(`exportFormat.${format}`),
        press: { do: 'export' as const, ...here, format },
      })),
      [toOverview(speak, view)],
    ],
  }
}
