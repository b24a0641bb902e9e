import { randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Update, UserFromGetMe } from 'telegraf/types'
import { awaitedStore } from './awaited/store.ts'
import { type Beats, timerBeats } from './beats.ts'
import { audienceChat } from './broadcast/audienceChat.ts'
import { broadcastCards } from './broadcast/cards.ts'
import { broadcastChat } from './broadcast/chat.ts'
import { detailsFile } from './broadcast/details.ts'
import { broadcastKinds } from './broadcast/kinds.ts'
import { openBroadcasts } from './broadcast/openBroadcasts.ts'
import { sendingChat } from './broadcast/sendingChat.ts'
import { broadcastStore } from './broadcast/store.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { isOutOfReach } from './database/isOutOfReach.ts'
import { migrate } from './database/migrate.ts'
import { type Database, openDatabase } from './database/open.ts'
import { openFileFolder } from './file/fileFolder.ts'
import { instanceNews } from './instance/news.ts'
import { soleHolder } from './instance/soleHolder.ts'
import { instanceStore } from './instance/store.ts'
import { thisInstance } from './instance/thisInstance.ts'
import { turnLocks } from './instance/turnLocks.ts'
import { jobsOf } from './jobs.ts'
import { startDelivery } from './outbox/delivery/startDelivery.ts'
import { watchReplies } from './outbox/delivery/watchReplies.ts'
import { outboxReportStore } from './outbox/report/store.ts'
import { outboxService } from './outbox/service.ts'
import { outboxStore } from './outbox/store.ts'
import { personChat } from './person/chat.ts'
import { invitationChat, offerInvitations } from './person/invitation/chat.ts'
import { INVITATION, invitationConsent } from './person/invitation/service.ts'
import { consentStore } from './person/invitation/store.ts'
import { personService } from './person/service.ts'
import { silenceChat } from './person/silenceChat.ts'
import { personStore } from './person/store.ts'
import { openPictures } from './picture/pictures.ts'
import { roleStore } from './role/store.ts'
import { holidayChat } from './schedule/holiday/chat.ts'
import { sentHolidaysChat, takeSentHolidays } from './schedule/holiday/sentHolidaysChat.ts'
import { holidayService } from './schedule/holiday/service.ts'
import { holidayStore } from './schedule/holiday/store.ts'
import { nextYearKind } from './schedule/holiday/warnOfNextYear.ts'
import { openSchedule } from './schedule/schedule.ts'
import { jobRunStore } from './schedule/store.ts'
import { keptSecretKey } from './secretKey.ts'
import { indexOfSkm, skmChat } from './skm/chat.ts'
import { publishQuestionnaire } from './skm/questionnaire.ts'
import { skmService } from './skm/service.ts'
import { SKM_TEMPLATE } from './skm/template.ts'
import { openStaff } from './staff/openStaff.ts'
import { registrationStore } from './staff/registration/store.ts'
import { rosterStore } from './staff/roster/store.ts'
import { staffStore } from './staff/store.ts'
import { fetchAttachments } from './survey/attachment/fetchAttachments.ts'
import { attachmentStore } from './survey/attachment/store.ts'
import { surveyAudience } from './survey/audience/service.ts'
import { answerStateStore } from './survey/audience/store.ts'
import { surveyCatalogue } from './survey/catalogue.ts'
import { askAgain, surveyChat } from './survey/chat.ts'
import { openDrafts } from './survey/drafts.ts'
import { exportChat } from './survey/export/exportChat.ts'
import { exportsAside } from './survey/export/exportsAside.ts'
import { languageChat, surveyLanguages } from './survey/languageChat.ts'
import { asksForFile } from './survey/life/asksForFile.ts'
import { surveyLifeChat } from './survey/life/chat.ts'
import { sentFormChat } from './survey/life/sentFormChat.ts'
import { surveyLife } from './survey/life/service.ts'
import { surveySettingsChat } from './survey/life/settingsChat.ts'
import { versionStore } from './survey/life/store.ts'
import { surveyLinkChat } from './survey/link/chat.ts'
import { surveyMediaChat } from './survey/media/chat.ts'
import { mediaMessages } from './survey/media/mediaMessages.ts'
import { surveyMedia } from './survey/media/service.ts'
import { mediaStore } from './survey/media/store.ts'
import { openingChat, unitSearchChat } from './survey/openingChat.ts'
import { surveyPressesChat } from './survey/pressesChat.ts'
import { quotaChat } from './survey/quota/chat.ts'
import { surveyQuotas } from './survey/quota/quotas.ts'
import { quotaStore } from './survey/quota/store.ts'
import { reminderChat } from './survey/reminder/chat.ts'
import { reminderStore } from './survey/reminder/store.ts'
import { unfinishedKind } from './survey/reminder/unfinishedKind.ts'
import { randomId, respondents } from './survey/respondent.ts'
import { resultsChat } from './survey/results/chat.ts'
import { surveyResults } from './survey/results/service.ts'
import { resultStore } from './survey/results/store.ts'
import { surveyService } from './survey/service.ts'
import { surveyStore } from './survey/store.ts'
import { surveyTemplateChat } from './survey/templates/chat.ts'
import { SURVEY_TEMPLATES } from './survey/templates/surveyTemplates.ts'
import { turnShower } from './survey/turnShower.ts'
import { telegramApi } from './telegram/api.ts'
import { awaitedWords } from './telegram/awaitedWords.ts'
import { suluhBot } from './telegram/bot.ts'
import { fallback, privateOnly } from './telegram/fallback.ts'
import { telegramFiles } from './telegram/files.ts'
import { identify } from './telegram/identify.ts'
import { introduce } from './telegram/introduce.ts'
import { longTurns } from './telegram/longTurns.ts'
import { oncePerAlbum } from './telegram/oncePerAlbum.ts'
import { type Pause, timerPause } from './telegram/pause.ts'
import { messageSender } from './telegram/sender.ts'
import { takenByFirst } from './telegram/takenByFirst.ts'
import { languageOf, loadTexts } from './texts.ts'
import { unitService } from './unit/service.ts'
import { unitStore } from './unit/store.ts'
import { suluhMetrics } from './web/metrics.ts'
import { receiveUpdates } from './web/receiveUpdates.ts'
import { webStore } from './web/store.ts'

/** Suluh at work. */
export interface Suluh {
  bot: UserFromGetMe
  /** Where it listens, if it does. */
  port: number | undefined
  /** Resolves after {@link stop}; rejects when Telegram no longer knows the token. */
  ended: Promise<void>
  /** Takes nothing new, finishes what is in hand, says what is still to be said, closes the database. */
  stop(): Promise<void>
}

/** How long replies under way may take when the bot is told to stop. */
const FAREWELL_MS = 10_000

/** How often the card of a running broadcast is brought up to date. */
const CARD_MS = 10_000

/** What Suluh does not choose itself: whose time it is, where the log goes, how waiting is done. */
export interface Surroundings {
  clock: Clock
  log: Logger
  /** Waits so many milliseconds, less when the signal is given; the machine's own timers when absent. */
  pause?: Pause
  /** What goes on by itself; the machine's own timers when absent. */
  beats?: Beats
}

/**
 * Builds everything in reading order and starts it: database, texts, features, bot.
 * @throws with one line for the operator when a setting, the database or Telegram does not work
 */
export async function startSuluh(config: Config, surroundings: Surroundings): Promise<Suluh> {
  const secretKey = config.secretKey ?? keptSecretKey(config.databaseUrl)
  const database = await openDatabase(config.databaseUrl)
  try {
    return await startOn(database, { ...config, secretKey }, surroundings)
  } catch (fault) {
    await database.close()
    throw fault
  }
}

async function startOn(
  database: Database,
  config: Config & { secretKey: string },
  { clock, log, pause = timerPause, beats = timerBeats }: Surroundings,
): Promise<Suluh> {
  const { timeZone, adminIds } = config
  const folder = await openFileFolder(config.dataDir, clock.now())
  const applied = await migrate(database)
  if (applied.length > 0) log.info({ applied }, 'database migrated')
  const texts = await loadTexts()

  const isAdmin = (person: number) => adminIds.has(person)
  const watching = webStore(database)
  const metrics = suluhMetrics(watching.outbox)
  let lastAnswer = 0
  const api = telegramApi(config.telegramApiRoot, config.botToken, (facts) => {
    if (facts.outcome !== 'unreachable') lastAnswer = clock.now().getTime()
    metrics.onCall(facts)
  })
  const channel = await database.link.openChannel?.()
  const news = instanceNews(channel)
  const files = telegramFiles({ api, pause, folder })
  const people = personService(personStore(database), news)
  const units = unitService(unitStore(database), news)
  const outgoing = outboxStore(database)
  const { quietHours } = config
  const outbox = outboxService({ store: outgoing, reports: outboxReportStore(database), clock, quietHours })
  const holidays = holidayService({ store: holidayStore(database), clock, timeZone, news })
  const surveysKept = surveyStore(database)
  const versions = versionStore(database)
  const catalogue = surveyCatalogue(versions, units, news)
  await publishQuestionnaire(catalogue)
  const names = respondents(config.secretKey)
  const reminders = reminderStore(database)
  const drafts = openDrafts({
    store: surveysKept,
    respondents: names,
    clock,
    news,
    onAnswer: metrics.onAnswer,
  })
  const invitations = invitationConsent({
    store: consentStore(database),
    people,
    declinedMark: (person) => names.declined(person, INVITATION),
    clock,
    timeZone,
  })
  const attachments = fetchAttachments({ store: attachmentStore(database), files, pause, log })
  const quotas = surveyQuotas(quotaStore(database))
  const media = surveyMedia({ store: mediaStore(database), files, folder, news })
  const onFiles = () => attachments.wake()
  const surveys = surveyService({
    store: surveysKept,
    drafts,
    catalogue,
    units,
    quotas,
    clock,
    timeZone,
    mayTry: isAdmin,
    onFiles,
    invitations: {
      counts: (broadcast, survey) => broadcasts.counts(broadcast, survey),
      counted: (broadcast, what) => broadcasts.counted(broadcast, what),
    },
  })
  const audience = surveyAudience({
    ...{ store: answerStateStore(database), catalogue, respondents: names, units, clock, timeZone },
  })
  const broadcastsKept = broadcastStore(database)
  const { broadcasts, ...broadcasting } = openBroadcasts({
    ...{ store: broadcastsKept, surveys: audience, outbox, units, respondents: names, clock, timeZone, log },
    ...{ quietHours, perSecond: config.messagesPerSecond, approvalAbove: config.approvalAbove },
    admins: adminIds,
  })
  const results = surveyResults({ store: resultStore(database), catalogue, units, clock, timeZone, news })
  const skm = skmService({ results, units })

  const pictures = openPictures()
  const turns = longTurns(log)
  const exportsFolder = join(config.dataDir, 'exports')
  const exports = await exportsAside(exportsFolder, clock.now(), {
    DATABASE_URL: config.databaseUrl,
    TIME_ZONE: timeZone,
  })

  const me = await identify(api, config.telegramApiRoot)
  const replies = watchReplies(api, config.messagesPerSecond, pause)
  const onGone = (person: number) => people.reach(person, false)
  const sender = messageSender({ api: replies.api, log, pause, onGone })
  const life = surveyLife({ store: versions, catalogue, quotas, clock, timeZone, media })
  const shower = turnShower(mediaMessages({ media, catalogue }), { news, nameOf: names.person })
  const speakTo = async (person: number) => texts(languageOf(await people.chosenLanguage(person)))
  const cards = broadcastCards({
    ...{ store: broadcastsKept, broadcasts, edit: sender.edit, speakTo, clock, timeZone, quietHours, log },
    perSecond: config.messagesPerSecond,
  })
  broadcasting.onChange((broadcast) => void cards.refresh(broadcast))
  const awaited = awaitedWords({ store: awaitedStore(database), clock, isAdmin })
  const personnel = openStaff({
    ...{ store: staffStore(database), registrationStore: registrationStore(database) },
    ...{ rosterStore: rosterStore(database), roleStore: roleStore(database) },
    ...{ units, outbox, files, turns, isAdmin, asksForFile: (person) => asksForFile(surveys, person) },
    ...{ secretKey: config.secretKey, randomBelow: randomInt, randomId },
    randomCode: () => randomBytes(16).toString('base64url'),
    ...{ bot: me.username, clock, timeZone, log },
  })
  const bot = suluhBot({
    token: config.botToken,
    apiRoot: config.telegramApiRoot,
    me,
    sender,
    people,
    texts,
    log,
    // Only a webhook brings updates of one person to several instances.
    ...(channel && config.publicUrl && { inTurn: turnLocks({ channel, pause: timerPause, log }) }),
    isPassing: isOutOfReach,
    features: [
      privateOnly(),
      surveyMediaChat({ life, media, surveys, awaited, isAdmin }),
      oncePerAlbum(news),
      awaited.middleware,
      invitationChat({ invitations, units, most: config.invitationsAWeek, news }),
      surveyPressesChat(surveys, shower, offerInvitations(invitations, config.invitationsAWeek)),
      personChat(
        people,
        texts,
        isAdmin,
        (ctx) => askAgain(surveys, shower, ctx),
        (ctx) => surveyLanguages(surveys, ctx.person),
      ),
      silenceChat(people, invitations),
      reminderChat(surveys, reminders.refuse),
      holidayChat({ holidays, isAdmin, log }),
      sentHolidaysChat({ holidays, files, isAdmin, log }),
      ...personnel.chats,
      languageChat({ surveys, people, texts, shower }),
      skmChat(skm, isAdmin),
      resultsChat({ results, units, pictures, turns, isAdmin, onFault: warnOfPicture(log) }, indexOfSkm(skm)),
      exportChat({ results, units, exports, turns, isAdmin, say: sender.say }),
      surveyLifeChat({ life, surveys, units, shower, isAdmin, log }),
      surveySettingsChat({ life, awaited, isAdmin, log }),
      sentFormChat({
        ...{ life, surveys, files, turns, isAdmin, log },
        isTakenElsewhere: takenByFirst(personnel.takeSentRoster, takeSentHolidays(holidays)),
      }),
      quotaChat(life, awaited, isAdmin),
      audienceChat({ broadcasts, units, awaited, isAdmin }),
      sendingChat({ broadcasts, cards, awaited, turns, speakTo, isAdmin, clock, timeZone, log }),
      broadcastChat({
        ...{ broadcasts, cards, turns, isAdmin, timeZone, log },
        details: detailsFile({ store: broadcastsKept, broadcasts, timeZone }),
      }),
      surveyLinkChat({ life, units, pictures, turns, texts, clock, bot: me.username, isAdmin }),
      surveyTemplateChat({ skm: SKM_TEMPLATE, ...SURVEY_TEMPLATES }, isAdmin),
      openingChat({ surveys, units, people, texts, shower, invitedTo: broadcasts.surveyOf }),
      surveyChat(surveys, shower, news),
      personnel.hints,
      unitSearchChat(units),
      fallback(),
    ],
  })
  await introduce(api, texts, adminIds, log)

  attachments.wake()
  const receiving = await receiveUpdates({
    config,
    api,
    handle: (update) => bot.handleUpdate(update as Update),
    lastAnswer: () => lastAnswer,
    migrationState: watching.migrationState,
    metrics,
    clock,
    log,
    pause,
    ...(channel && { isPoller: soleHolder(channel, 'polling') }),
  })

  const name = randomBytes(6).toString('hex')
  const instance = thisInstance({ store: instanceStore(database), name, beats, log })
  const delivery = startDelivery({
    ...{ store: outgoing, outbox, people, texts, api, replies, config, instance, beats, clock, pause, log },
    kinds: [
      unfinishedKind({ surveys, store: reminders, timeZone }),
      ...personnel.kinds,
      nextYearKind({ holidays, isAdmin }),
      ...broadcastKinds({
        broadcasts,
        surveys: audience,
        hasConsent: invitations.isAgreed,
        isAdmin,
        timeZone,
      }),
    ],
  })
  const runs = jobRunStore(database)
  const lease = instance.lease('schedule')
  const schedule = openSchedule({
    jobs: jobsOf({
      ...{ config, runs, holidays, people, units, catalogue, reminders, respondents: names },
      broadcasts: broadcasting.job,
    }),
    put: outbox.put,
    ...{ runs, clock, instance: name, lease, log, observe: metrics.onTick },
  }).start(beats)
  // By the one instance that has the clock's work, so that a card is not changed twice.
  const showing = beats.every(CARD_MS, async () => {
    if (lease.isHeld()) await cards.beat()
  })
  const { port } = receiving
  log.info(
    { bot: me.username, database: database.url, by: config.publicUrl ? 'webhook' : 'polling', port },
    'Suluh is listening',
  )

  return {
    bot: me,
    port,
    ended: receiving.ended,
    async stop() {
      await receiving.stop()
      await withinFarewell(showing.stop())
      await withinFarewell(broadcasting.stop())
      await withinFarewell(schedule.stop())
      await lease.stop()
      await withinFarewell(delivery.stop())
      await attachments.stop()
      await exports.stop()
      await withinFarewell(turns.idle().then(() => sender.idle()))
      await pictures.stop()
      await api.close()
      metrics.close()
      await database.close()
      log.info('Suluh has stopped')
    },
  }
}

const withinFarewell = (ending: Promise<void>) =>
  Promise.race([ending, sleep(FAREWELL_MS, undefined, { ref: false })])

const warnOfPicture = (log: Logger) => (fault: unknown) =>
  log.warn({ fault: fault instanceof Error ? fault.message : typeof fault }, 'a chart could not be drawn')
