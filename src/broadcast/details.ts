import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { localMoment } from '../localTime.ts'
import type { CellToWrite } from '../spreadsheet/sheetToXml.ts'
import { writeCsv } from '../spreadsheet/writeCsv.ts'
import { writeWorkbook } from '../spreadsheet/writeWorkbook.ts'
import type { Speak } from '../texts.ts'
import { titleText } from './audienceMessages.ts'
import { audienceText } from './audienceText.ts'
import type { Broadcast } from './broadcast.ts'
import { reasonText } from './reasonText.ts'
import type { Broadcasts } from './service.ts'
import type { BroadcastStore, MessageFate } from './store.ts'

/** Forms in which what became of a broadcast can be had. */
export const DETAILS_FORMATS = ['xlsx', 'csv'] as const
export type DetailsFormat = (typeof DETAILS_FORMATS)[number]

interface DetailsParts {
  store: Pick<BroadcastStore, 'fates'>
  broadcasts: Pick<Broadcasts, 'facts' | 'summary'>
  timeZone: string
}

/** Rows read in one statement. */
const A_PAGE = 1_000

/**
 * What became of each message of a broadcast, as a file. Nobody is named: rows are numbered, and put in order by what
 * became of them and the minute, so that their places say nothing of who it was either.
 */
export const detailsFile =
  (parts: DetailsParts) =>
  async (speak: Speak, broadcast: Broadcast, format: DetailsFormat): Promise<Uint8Array> => {
    const rows = await fateRows(parts, speak, broadcast)
    const out = new PassThrough()
    const whole = buffer(out)
    if (format === 'csv') await writeCsv([heading(speak), ...rows], out)
    else
      await writeWorkbook(
        [
          {
            name: speak.plain('broadcastSheet.summary'),
            columns: [
              { header: speak.plain('broadcastSheet.what'), width: 24 },
              { header: '', width: 50 },
            ],
            rows: await summaryRows(parts, speak, broadcast),
          },
          {
            name: speak.plain('broadcastSheet.details'),
            columns: heading(speak).map((header) => ({ header, width: 24 })),
            rows,
          },
        ],
        out,
      )
    return whole
  }

const heading = (speak: Speak): string[] => [
  speak.plain('broadcastSheet.number'),
  speak.plain('broadcastSheet.status'),
  speak.plain('broadcastSheet.reason'),
  speak.plain('broadcastSheet.time'),
]

async function fateRows(
  { store, timeZone }: DetailsParts,
  speak: Speak,
  { id }: Broadcast,
): Promise<CellToWrite[][]> {
  // Of thousands of messages only some kinds differ: what becomes of them, why, and in which minute.
  const counts = new Map<string, { cells: CellToWrite[]; count: number }>()
  for (let after = 0; ; ) {
    const fates = await store.fates(id, after, A_PAGE)
    for (const fate of fates) {
      const cells = fateCells(speak, fate, timeZone)
      const key = JSON.stringify(cells)
      const same = counts.get(key) ?? { cells, count: 0 }
      same.count++
      counts.set(key, same)
    }
    if (fates.length < A_PAGE) break
    after = fates.at(-1)?.id ?? after
  }
  const sorted = [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind)
  return sorted
    .flatMap(({ cells, count }) => Array.from({ length: count }, () => cells))
    .map((cells, index) => [index + 1, ...cells])
}

const fateCells = (
  speak: Speak,
  { status, reason, sentAt }: MessageFate,
  timeZone: string,
): CellToWrite[] => [
  speak.plain(`outgoingStatus.${status}`),
  reason === null ? '' : reasonText(speak, reason),
  sentAt === null ? '' : localMoment(sentAt, timeZone).slice(0, 16).replace('T', ' '),
]

async function summaryRows(
  { broadcasts, timeZone }: DetailsParts,
  speak: Speak,
  broadcast: Broadcast,
): Promise<CellToWrite[][]> {
  const [facts, summary] = await Promise.all([broadcasts.facts(broadcast), broadcasts.summary(broadcast.id)])
  const { content, startsAt, begun, finished, state } = broadcast
  return [
    [speak.plain('broadcastSheet.survey'), titleText(speak, facts.invitedTo, content.survey)],
    [speak.plain('broadcastSheet.audience'), audienceText(speak, facts)],
    [speak.plain('broadcastSheet.state'), speak.plain(`broadcastState.${state}`)],
    [
      speak.plain('broadcastSheet.begins'),
      startsAt ? localMoment(startsAt, timeZone).slice(0, 16).replace('T', ' ') : '',
    ],
    [speak.plain('broadcastSheet.messages'), summary.total],
    ...Object.entries(summary.byStatus).map(([status, count]) => [
      speak.plain(`outgoingStatus.${status as keyof typeof summary.byStatus}`),
      count,
    ]),
    [speak.plain('broadcastSheet.begun'), begun],
    [speak.plain('broadcastSheet.finished'), finished],
  ]
}
