import type { Logger } from 'pino'
import { awaitedStore } from '../awaited/store.ts'
import { type Beats, timerBeats } from '../beats.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/open.ts'
import { openFileFolder } from '../file/fileFolder.ts'
import { instanceNews } from '../instance/news.ts'
import { watchReplies } from '../outbox/delivery/watchReplies.ts'
import { outboxReportStore } from '../outbox/report/store.ts'
import { outboxService } from '../outbox/service.ts'
import { outboxStore } from '../outbox/store.ts'
import { personService } from '../person/service.ts'
import { personStore } from '../person/store.ts'
import { openPictures } from '../picture/pictures.ts'
import { holidayService } from '../schedule/holiday/service.ts'
import { holidayStore } from '../schedule/holiday/store.ts'
import { respondents } from '../survey/respondent.ts'
import { telegramApi } from '../telegram/api.ts'
import { awaitedWords } from '../telegram/awaitedWords.ts'
import { telegramFiles } from '../telegram/files.ts'
import { identify } from '../telegram/identify.ts'
import { longTurns } from '../telegram/longTurns.ts'
import { observedApi } from '../telegram/observedApi.ts'
import { type Pause, timerPause } from '../telegram/pause.ts'
import { messageSender } from '../telegram/sender.ts'
import { languageOf, loadTexts } from '../texts.ts'
import { unitService } from '../unit/service.ts'
import { unitStore } from '../unit/store.ts'
import { webStore } from '../web/store.ts'

/** What Suluh does not choose itself: whose time it is, where the log goes, how waiting is done. */
export interface Surroundings {
  clock: Clock
  log: Logger
  /** Waits so many milliseconds, less when the signal is given; the machine's own timers when absent. */
  pause?: Pause
  /** What goes on by itself; the machine's own timers when absent. */
  beats?: Beats
}

export type Settings = Config & { secretKey: string }

export type Ground = Awaited<ReturnType<typeof openGround>>

/** What all features stand on: the database, Telegram, texts, people, units, and the ways to say something. */
export async function openGround(
  database: Database,
  config: Settings,
  { clock, log, pause = timerPause, beats = timerBeats }: Surroundings,
) {
  const { timeZone, adminIds, quietHours } = config
  const folder = await openFileFolder(config.dataDir, clock.now())
  const applied = await migrate(database)
  if (applied.length > 0) log.info({ applied }, 'database migrated')
  const texts = await loadTexts()

  const watching = webStore(database)
  // Where nothing is listened for, nobody could ever read what each act would cost to measure.
  const isWatched = config.port !== undefined || config.publicUrl !== undefined
  const metrics = isWatched ? (await import('../web/metrics.ts')).suluhMetrics(watching.outbox) : undefined
  let lastAnswer = 0
  const calls = telegramApi(config.telegramApiRoot, config.botToken)
  const api = metrics
    ? observedApi(calls, (facts) => {
        if (facts.outcome !== 'unreachable') lastAnswer = clock.now().getTime()
        metrics.onCall(facts)
      })
    : calls
  const channel = await database.link.openChannel?.()
  const news = instanceNews(channel)
  const people = personService(personStore(database), news)
  const outgoing = outboxStore(database)
  const me = await identify(api, config.telegramApiRoot)
  const replies = watchReplies(api, config.messagesPerSecond, pause)
  const onGone = (person: number) => people.reach(person, false)
  const isAdmin = (person: number) => adminIds.has(person)

  return {
    ...{ database, config, clock, log, pause, beats, timeZone, quietHours },
    ...{ texts, watching, metrics, api, me, channel, news, people, outgoing, replies, isAdmin },
    /** When Telegram last answered, in milliseconds. */
    lastAnswer: () => lastAnswer,
    folder,
    files: telegramFiles({ api, pause, folder }),
    units: unitService(unitStore(database), news),
    outbox: outboxService({ store: outgoing, reports: outboxReportStore(database), clock, quietHours }),
    holidays: holidayService({ store: holidayStore(database), clock, timeZone, news }),
    sender: messageSender({ api: replies.api, log, pause, onGone }),
    speakTo: async (person: number) => texts(languageOf(await people.chosenLanguage(person))),
    names: respondents(config.secretKey),
    turns: longTurns(log),
    pictures: openPictures(),
    awaited: awaitedWords({ store: awaitedStore(database), clock, isAdmin }),
  }
}
