import type { Logger } from 'pino'
import type { Middleware } from 'telegraf'
import { audienceChat } from '../broadcast/audienceChat.ts'
import { broadcastChat } from '../broadcast/chat.ts'
import { sendingChat } from '../broadcast/sendingChat.ts'
import { personChat } from '../person/chat.ts'
import { invitationChat, offerInvitations } from '../person/invitation/chat.ts'
import { silenceChat } from '../person/silenceChat.ts'
import { holidayChat } from '../schedule/holiday/chat.ts'
import { sentHolidaysChat, takeSentHolidays } from '../schedule/holiday/sentHolidaysChat.ts'
import { indexOfSkm, skmChat } from '../skm/chat.ts'
import { SKM_TEMPLATE } from '../skm/template.ts'
import { askAgain, surveyChat } from '../survey/chat.ts'
import { exportChat } from '../survey/export/exportChat.ts'
import { languageChat, surveyLanguages } from '../survey/languageChat.ts'
import { surveyLifeChat } from '../survey/life/chat.ts'
import { sentFormChat } from '../survey/life/sentFormChat.ts'
import { surveySettingsChat } from '../survey/life/settingsChat.ts'
import { surveyLinkChat } from '../survey/link/chat.ts'
import { surveyMediaChat } from '../survey/media/chat.ts'
import { openingChat, unitSearchChat } from '../survey/openingChat.ts'
import { surveyPressesChat } from '../survey/pressesChat.ts'
import { quotaChat } from '../survey/quota/chat.ts'
import { reminderChat } from '../survey/reminder/chat.ts'
import { resultsChat } from '../survey/results/chat.ts'
import { surveyTemplateChat } from '../survey/templates/chat.ts'
import { SURVEY_TEMPLATES } from '../survey/templates/surveyTemplates.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { fallback, privateOnly } from '../telegram/fallback.ts'
import { movedGroups } from '../telegram/movedGroups.ts'
import { oncePerAlbum } from '../telegram/oncePerAlbum.ts'
import { takenByFirst } from '../telegram/takenByFirst.ts'
import type { Ground } from './openGround.ts'
import type { Personnel } from './openPersonnel.ts'
import type { Surveys } from './openSurveys.ts'

/**
 * What answers an update, in this order: each takes what is its own and leaves the rest to the next; the last one has
 * an answer for everything else.
 */
export function features(ground: Ground, all: Surveys, personnel: Personnel): Middleware<SuluhContext>[] {
  const { config, clock, timeZone, log, texts, me, news, isAdmin } = ground
  const { people, units, files, holidays, sender, speakTo, turns, pictures, awaited } = ground
  const { surveys, life, media, shower, results, exports, skm, reminders, invitations } = all
  const { broadcasts, cards } = all
  return [
    movedGroups(ground.outgoing.move),
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
      details: all.details,
    }),
    surveyLinkChat({ life, units, pictures, turns, texts, clock, bot: me.username, isAdmin }),
    surveyTemplateChat({ skm: SKM_TEMPLATE, ...SURVEY_TEMPLATES }, isAdmin),
    openingChat({ surveys, units, people, texts, shower, invitedTo: broadcasts.surveyOf }),
    surveyChat(surveys, shower, news),
    personnel.hints,
    unitSearchChat(units),
    fallback(),
  ]
}

const warnOfPicture = (log: Logger) => (fault: unknown) =>
  log.warn({ fault: fault instanceof Error ? fault.message : typeof fault }, 'a chart could not be drawn')
