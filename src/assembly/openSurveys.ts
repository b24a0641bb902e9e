import { join } from 'node:path'
import { broadcastCards } from '../broadcast/cards.ts'
import { detailsFile } from '../broadcast/details.ts'
import { openBroadcasts } from '../broadcast/openBroadcasts.ts'
import { broadcastStore } from '../broadcast/store.ts'
import { INVITATION, invitationConsent } from '../person/invitation/service.ts'
import { consentStore } from '../person/invitation/store.ts'
import { publishQuestionnaire } from '../skm/questionnaire.ts'
import { skmService } from '../skm/service.ts'
import { fetchAttachments } from '../survey/attachment/fetchAttachments.ts'
import { attachmentStore } from '../survey/attachment/store.ts'
import { surveyAudience } from '../survey/audience/service.ts'
import { answerStateStore } from '../survey/audience/store.ts'
import { surveyCatalogue } from '../survey/catalogue.ts'
import { openDrafts } from '../survey/drafts.ts'
import { exportsAside } from '../survey/export/exportsAside.ts'
import { surveyLife } from '../survey/life/service.ts'
import { versionStore } from '../survey/life/store.ts'
import { mediaMessages } from '../survey/media/mediaMessages.ts'
import { surveyMedia } from '../survey/media/service.ts'
import { mediaStore } from '../survey/media/store.ts'
import { surveyQuotas } from '../survey/quota/quotas.ts'
import { quotaStore } from '../survey/quota/store.ts'
import { reminderStore } from '../survey/reminder/store.ts'
import { surveyResults } from '../survey/results/service.ts'
import { resultStore } from '../survey/results/store.ts'
import { surveyService } from '../survey/service.ts'
import { surveyStore } from '../survey/store.ts'
import { turnShower } from '../survey/turnShower.ts'
import type { Ground } from './openGround.ts'

export type Surveys = Awaited<ReturnType<typeof openSurveys>>

/** Surveys with all that belongs to them: answering, their life, results, reminders and invitations. */
export async function openSurveys(ground: Ground) {
  const { database, config, clock, timeZone, quietHours, log, pause, news, isAdmin } = ground
  const { people, units, outbox, files, folder, sender, speakTo, names } = ground
  const kept = surveyStore(database)
  const versions = versionStore(database)
  const catalogue = surveyCatalogue(versions, units, news)
  await publishQuestionnaire(catalogue)
  const drafts = openDrafts({
    ...{ store: kept, respondents: names, clock, news },
    ...(ground.metrics && { onAnswer: ground.metrics.onAnswer }),
  })
  const attachments = fetchAttachments({ store: attachmentStore(database), files, pause, log })
  const quotas = surveyQuotas(quotaStore(database))
  const media = surveyMedia({ store: mediaStore(database), files, folder, news })
  const audience = surveyAudience({
    ...{ store: answerStateStore(database), catalogue, respondents: names, units, clock, timeZone },
  })
  const broadcastsKept = broadcastStore(database)
  const { broadcasts, ...broadcasting } = openBroadcasts({
    ...{ store: broadcastsKept, surveys: audience, outbox, units, respondents: names, clock, timeZone, log },
    ...{ quietHours, perSecond: config.messagesPerSecond, approvalAbove: config.approvalAbove },
    admins: config.adminIds,
  })
  const cards = broadcastCards({
    ...{ store: broadcastsKept, broadcasts, edit: sender.edit, speakTo, clock, timeZone, quietHours, log },
    perSecond: config.messagesPerSecond,
  })
  broadcasting.onChange((broadcast) => void cards.refresh(broadcast))
  const surveys = surveyService({
    ...{ store: kept, drafts, catalogue, units, quotas, clock, timeZone, mayTry: isAdmin },
    onFiles: () => attachments.wake(),
    invitations: broadcasts,
  })
  const results = surveyResults({ store: resultStore(database), catalogue, units, clock, timeZone, news })
  const exports = await exportsAside(join(config.dataDir, 'exports'), clock.now(), {
    DATABASE_URL: config.databaseUrl,
    TIME_ZONE: timeZone,
  })

  return {
    ...{ surveys, catalogue, attachments, quotas, media, results, exports },
    ...{ audience, broadcasts, broadcasting, cards },
    skm: skmService({ results, units }),
    life: surveyLife({ store: versions, catalogue, quotas, clock, timeZone, media }),
    shower: turnShower(mediaMessages({ media, catalogue }), { news, nameOf: names.person }),
    reminders: reminderStore(database),
    details: detailsFile({ store: broadcastsKept, broadcasts, timeZone }),
    invitations: invitationConsent({
      ...{ store: consentStore(database), people, clock, timeZone },
      declinedMark: (person) => names.declined(person, INVITATION),
    }),
  }
}
