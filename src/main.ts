import { randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { UserFromGetMe } from 'telegraf/types'
import { awaitedStore } from './awaited/store.ts'
import { type Beats, timerBeats } from './beats.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { migrate } from './database/migrate.ts'
import { type Database, openDatabase } from './database/open.ts'
import { openFileFolder } from './file/fileFolder.ts'
import { instanceStore } from './instance/store.ts'
import { thisInstance } from './instance/thisInstance.ts'
import { keyedHash } from './keyedHash.ts'
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
import { personStore } from './person/store.ts'
import { openPictures } from './picture/pictures.ts'
import { roleChat } from './role/chat.ts'
import { rightsService } from './role/rightsService.ts'
import { roleNoticeKinds } from './role/roleNotices.ts'
import { roleService } from './role/service.ts'
import { roleStore } from './role/store.ts'
import { keptSecretKey } from './secretKey.ts'
import { indexOfSkm, skmChat } from './skm/chat.ts'
import { publishQuestionnaire } from './skm/questionnaire.ts'
import { skmService } from './skm/service.ts'
import { SKM_TEMPLATE } from './skm/template.ts'
import { readInTurn } from './spreadsheet/readInTurn.ts'
import { staffChat } from './staff/chat.ts'
import { accountMovedKind } from './staff/registration/accountMoved.ts'
import { registrationChat } from './staff/registration/chat.ts'
import { registrationService } from './staff/registration/service.ts'
import { registrationStore } from './staff/registration/store.ts'
import { sentRosterChat, takeSentRoster } from './staff/roster/sentRosterChat.ts'
import { rosterService } from './staff/roster/service.ts'
import { rosterStore } from './staff/roster/store.ts'
import { staffService } from './staff/service.ts'
import { staffStore } from './staff/store.ts'
import { fetchAttachments } from './survey/attachment/fetchAttachments.ts'
import { attachmentStore } from './survey/attachment/store.ts'
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
import { quotaChat } from './survey/quota/chat.ts'
import { surveyQuotas } from './survey/quota/quotas.ts'
import { quotaStore } from './survey/quota/store.ts'
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
import { pollUpdates } from './telegram/polling.ts'
import { messageSender } from './telegram/sender.ts'
import { loadTexts } from './texts.ts'
import { unitService } from './unit/service.ts'
import { unitStore } from './unit/store.ts'

/** Suluh at work. */
export interface Suluh {
  bot: UserFromGetMe
  /** Resolves after {@link stop}; rejects when Telegram no longer knows the token. */
  ended: Promise<void>
  /** Takes nothing new, finishes what is in hand, says what is still to be said, closes the database. */
  stop(): Promise<void>
}

/** How long replies under way may take when the bot is told to stop. */
const FAREWELL_MS = 10_000

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
  const api = telegramApi(config.telegramApiRoot, config.botToken)
  const files = telegramFiles({ api, pause, folder })
  const people = personService(personStore(database))
  const units = unitService(unitStore(database))
  const outgoing = outboxStore(database)
  const { quietHours } = config
  const outbox = outboxService({ store: outgoing, reports: outboxReportStore(database), clock, quietHours })
  const surveysKept = surveyStore(database)
  const versions = versionStore(database)
  const catalogue = surveyCatalogue(versions, units)
  await publishQuestionnaire(catalogue)
  const names = respondents(config.secretKey)
  const drafts = openDrafts({ store: surveysKept, respondents: names, clock })
  const invitations = invitationConsent({
    store: consentStore(database),
    people,
    declinedMark: (person) => names.declined(person, INVITATION),
    clock,
    timeZone,
  })
  const attachments = fetchAttachments({ store: attachmentStore(database), files, pause, log })
  const quotas = surveyQuotas(quotaStore(database))
  const media = surveyMedia({ store: mediaStore(database), files, folder })
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
  })
  const results = surveyResults({ store: resultStore(database), catalogue, units, clock, timeZone })
  const skm = skmService({ results, units })

  const hash = keyedHash(config.secretKey)
  const staffKept = staffStore(database)
  const staff = staffService(staffKept)
  const rosterParts = { store: rosterStore(database), units, read: readInTurn(), clock, timeZone, randomId }
  const roster = rosterService(rosterParts)
  const registrations = registrationService({
    ...{
      store: registrationStore(database),
      staff: staffKept,
      hash,
      randomBelow: randomInt,
      clock,
      timeZone,
    },
  })
  const rolesKept = roleStore(database)
  const rights = rightsService({ store: rolesKept, isFirst: isAdmin, employeeOf: staff.employeeOf })
  const randomCode = () => randomBytes(16).toString('base64url')
  const roles = roleService({ store: rolesKept, rights, hash, randomCode, clock })

  const pictures = openPictures()
  const turns = longTurns(log)
  const exportsFolder = join(config.dataDir, 'exports')
  const exports = await exportsAside(exportsFolder, { DATABASE_URL: config.databaseUrl, TIME_ZONE: timeZone })

  const me = await identify(api, config.telegramApiRoot)
  const replies = watchReplies(api, config.messagesPerSecond, pause)
  const onGone = (person: number) => people.reach(person, false)
  const sender = messageSender({ api: replies.api, log, pause, onGone })
  const life = surveyLife({ store: versions, catalogue, quotas, clock, timeZone, media })
  const shower = turnShower(mediaMessages({ media, catalogue }))
  const awaited = awaitedWords({ store: awaitedStore(database), clock, isAdmin })
  const registering = registrationChat({ registrations, staff, units, outbox, clock, timeZone, log })
  const bot = suluhBot({
    token: config.botToken,
    apiRoot: config.telegramApiRoot,
    me,
    sender,
    people,
    texts,
    log,
    features: [
      privateOnly(),
      surveyMediaChat({ life, media, surveys, awaited, isAdmin }),
      oncePerAlbum(),
      awaited.middleware,
      personChat(
        people,
        texts,
        isAdmin,
        (ctx) => askAgain(surveys, shower, ctx),
        (ctx) => surveyLanguages(surveys, ctx.person),
      ),
      invitationChat({ invitations, units, most: config.invitationsAWeek }),
      roleChat({ ...{ roles, rights, staff, units, outbox, clock, timeZone, log }, bot: me.username }),
      registering.chat,
      staffChat({ staff, registrations, rights, units, timeZone, log }),
      sentRosterChat({
        ...{ roster, rights, files, turns, log },
        takesFiles: async (person) => isAdmin(person) || asksForFile(surveys, person),
      }),
      languageChat({ surveys, people, texts, shower }),
      skmChat(skm, isAdmin),
      resultsChat({ results, units, pictures, turns, isAdmin, onFault: warnOfPicture(log) }, indexOfSkm(skm)),
      exportChat({ results, units, exports, turns, isAdmin, say: sender.say }),
      surveyLifeChat({ life, surveys, units, shower, isAdmin, log }),
      surveySettingsChat({ life, awaited, isAdmin, log }),
      sentFormChat({
        ...{ life, surveys, files, turns, isAdmin, log },
        isTakenElsewhere: takeSentRoster(roster, rights),
      }),
      quotaChat(life, awaited, isAdmin),
      surveyLinkChat({ life, units, pictures, turns, texts, clock, bot: me.username, isAdmin }),
      surveyTemplateChat({ skm: SKM_TEMPLATE, ...SURVEY_TEMPLATES }, isAdmin),
      openingChat({ surveys, units, people, texts, shower }),
      surveyChat(surveys, shower, offerInvitations(invitations, config.invitationsAWeek)),
      registering.hints,
      unitSearchChat(units),
      fallback(),
    ],
  })
  await introduce(api, texts, adminIds, log)

  const handle = (update: Parameters<typeof bot.handleUpdate>[0]) => bot.handleUpdate(update)
  await api.call('deleteWebhook', {})
  attachments.wake()
  const polling = pollUpdates({ api, handle, log, pause })

  const name = randomBytes(6).toString('hex')
  const instance = thisInstance({ store: instanceStore(database), name, beats, log })
  const delivery = startDelivery({
    ...{ store: outgoing, outbox, people, texts, api, replies, config, instance, beats, clock, pause, log },
    kinds: [accountMovedKind, ...roleNoticeKinds({ roles, units })],
  })
  log.info({ bot: me.username, database: database.url }, 'Suluh is listening')

  return {
    bot: me,
    ended: polling.ended,
    async stop() {
      await polling.stop()
      await withinFarewell(delivery.stop())
      await attachments.stop()
      await exports.stop()
      await withinFarewell(turns.idle().then(() => sender.idle()))
      await pictures.stop()
      await api.close()
      await database.close()
      log.info('Suluh has stopped')
    },
  }
}

const withinFarewell = (ending: Promise<void>) =>
  Promise.race([ending, sleep(FAREWELL_MS, undefined, { ref: false })])

const warnOfPicture = (log: Logger) => (fault: unknown) =>
  log.warn({ fault: fault instanceof Error ? fault.message : typeof fault }, 'a chart could not be drawn')
