import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import { joinHtml } from '../../message/html.ts'
import type { ReceivedFile } from '../../message/received.ts'
import { formatNumber } from '../../numbers.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { TelegramFiles } from '../../telegram/files.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Units } from '../../unit/service.ts'
import type { Surveys } from '../service.ts'
import {
  cardMessage,
  changesLines,
  confirmMessage,
  isConfirmedStep,
  isLifeStep,
  listMessage,
} from './messages.ts'
import { readSetting } from './readSetting.ts'
import type { LifeStep, SurveyCard, SurveyLife } from './service.ts'
import { pressedSetting, settingsMessage, TYPED_SETTINGS, type TypedSetting } from './settingsMessage.ts'
import { uploadedMessages } from './uploadedMessage.ts'

/** Bytes of a spreadsheet that an admin may send. */
const LARGEST_FORM = 10 * 1024 * 1024

/** Types of files that could be a spreadsheet; its content decides. */
const SPREADSHEET = /\.(xlsx|xlsm|xls|csv|ods)$/i

/** How long a typed setting is waited for. */
const PATIENCE_MS = 10 * 60_000

/**
 * `/survei` and spreadsheets sent by admins: checking, trying, publishing, and everything after. The right is asked
 * for at the command, at the file and at every button.
 */
export function surveyLifeChat(parts: {
  life: SurveyLife
  surveys: Surveys
  units: Units
  files: TelegramFiles
  isAdmin: (person: number) => boolean
  log: Logger
}): Composer<SuluhContext> {
  const { life, surveys, units, files, isAdmin, log } = parts
  const chat = new Composer<SuluhContext>()
  // Lost at a restart, and then the word goes where words go: the setting is pressed once more.
  const awaited = new LRUCache<number, { survey: string; setting: TypedSetting }>({
    max: 500,
    ttl: PATIENCE_MS,
  })
  const busy = new Set<number>()

  const forAdmins = (act: (ctx: SuluhContext) => Promise<unknown>) => (ctx: SuluhContext) =>
    isAdmin(ctx.person)
      ? act(ctx)
      : ctx.respond({ say: [{ html: ctx.speak.html('results.forAdmins', { id: ctx.person }) }] })

  const firstUnit = async () => (await units.all())[0]?.id ?? 0
  const showCard = async (ctx: SuluhContext, card: SurveyCard) =>
    cardMessage(ctx.speak, card, await firstUnit())

  /** Does something with a survey that is there. */
  const withCard = (code: string, act: (ctx: SuluhContext, card: SurveyCard) => Promise<unknown>) =>
    forAdmins(async (ctx) => {
      const card = await life.card(code)
      return card ? act(ctx, card) : ctx.respond({ edit: { html: ctx.speak.html('life.gone') } })
    })

  async function refresh(ctx: SuluhContext, code: string) {
    const card = await life.card(code)
    return ctx.respond({ edit: card ? await showCard(ctx, card) : { html: ctx.speak.html('life.gone') } })
  }

  async function publish(ctx: SuluhContext, { info, title }: SurveyCard) {
    const outcome = await life.publish(info.code)
    if (outcome === undefined) return ctx.respond({ toast: ctx.speak.plain('life.notNow'), alert: true })
    if (outcome === 'unchanged') return ctx.respond({ edit: { html: ctx.speak.html('life.unchanged') } })
    log.info({ survey: info.code, version: outcome.number }, 'an admin published a survey')
    const words = ctx.speak.html('life.published', { title, number: outcome.number })
    const changes = outcome.changes.length > 0 && changesLines(ctx.speak, outcome.changes)
    const card = await life.card(info.code)
    return ctx.respond({
      edit: { html: joinHtml([words, changes], '\n\n') },
      ...(card && { say: [await showCard(ctx, card)] }),
    })
  }

  async function takeStep(ctx: SuluhContext, { info }: SurveyCard, step: LifeStep) {
    if (!(await life.take(info.code, step)))
      return ctx.respond({ toast: ctx.speak.plain('life.notNow'), alert: true })
    log.info({ survey: info.code, step }, 'an admin changed the state of a survey')
    return refresh(ctx, info.code)
  }

  async function step(ctx: SuluhContext, card: SurveyCard, name: string) {
    const asked = name.replace(/^ask-/, '')
    if (asked !== name)
      return isConfirmedStep(asked)
        ? ctx.respond({ edit: confirmMessage(ctx.speak, card, asked) })
        : ctx.respond({ toast: ctx.speak.plain('life.notNow') })
    if (name === 'publish') return publish(ctx, card)
    if (name === 'discard') {
      await life.discardTrial(card.info.code)
      return ctx.respond({ edit: { html: ctx.speak.html('life.discarded') } })
    }
    return isLifeStep(name)
      ? takeStep(ctx, card, name)
      : ctx.respond({ toast: ctx.speak.plain('life.notNow') })
  }

  async function set(ctx: SuluhContext, code: string, settings: Parameters<SurveyLife['set']>[1]) {
    const outcome = await life.set(code, settings)
    if (outcome === 'has_begun') return ctx.respond({ toast: ctx.speak.plain('life.hasBegun'), alert: true })
    const card = await life.card(code)
    const message = card ? settingsMessage(ctx.speak, card) : { html: ctx.speak.html('life.gone') }
    return ctx.respond(ctx.callbackQuery ? { edit: message } : { say: [message] })
  }

  chat.command(
    /^survei$/i,
    forAdmins(async (ctx) => ctx.respond({ say: [listMessage(ctx.speak, await life.list(), 0)] })),
  )

  // Whoever presses something else does not mean to type this setting any more.
  chat.on('callback_query', (ctx, next) => {
    awaited.delete(ctx.person)
    return next()
  })

  chat.use(
    onPress({
      'list-surveys': (ctx, { page }) =>
        forAdmins(async () => ctx.respond({ edit: listMessage(ctx.speak, await life.list(), page) }))(ctx),
      survey: (ctx, { survey }) =>
        withCard(survey, async (_, card) => ctx.respond({ edit: await showCard(ctx, card) }))(ctx),
      'survey-step': (ctx, press) => withCard(press.survey, (_, card) => step(ctx, card, press.step))(ctx),
      'survey-settings': (ctx, { survey }) =>
        withCard(survey, async (_, card) => ctx.respond({ edit: settingsMessage(ctx.speak, card) }))(ctx),
      'survey-set': (ctx, { survey, setting, value }) =>
        withCard(survey, async () => {
          const settings = pressedSetting(setting, value)
          return settings
            ? set(ctx, survey, settings)
            : ctx.respond({ toast: ctx.speak.plain('life.notNow') })
        })(ctx),
      'survey-ask': (ctx, { survey, setting }) =>
        withCard(survey, async () => {
          const typed = TYPED_SETTINGS.find((each) => each === setting)
          if (!typed) return ctx.respond({ toast: ctx.speak.plain('life.notNow') })
          awaited.set(ctx.person, { survey, setting: typed })
          const key = typed === 'target' ? 'life.askTarget' : 'life.askDate'
          return ctx.respond({ say: [{ html: ctx.speak.html(key) }] })
        })(ctx),
    }),
  )

  chat.on('text', async (ctx, next) => {
    const asked = awaited.get(ctx.person)
    awaited.delete(ctx.person)
    if (!asked || ctx.message.text.startsWith('/') || !isAdmin(ctx.person)) return next()
    const card = await life.card(asked.survey)
    if (!card) return ctx.respond({ say: [{ html: ctx.speak.html('life.gone') }] })
    const reading = readSetting(asked.setting, ctx.message.text, card.info, life.today())
    if ('problem' in reading) return ctx.respond({ say: [{ html: ctx.speak.html(reading.problem) }] })
    return set(ctx, asked.survey, reading.settings)
  })

  chat.on('document', async (ctx, next) => {
    const { received } = ctx
    const isForm = received?.type === 'document' && SPREADSHEET.test(received.name ?? '')
    if (!isForm || !isAdmin(ctx.person) || (await asksForFile(ctx.person))) return next()
    if (busy.has(ctx.person)) return ctx.respond({ say: [{ html: ctx.speak.html('life.inProgress') }] })
    busy.add(ctx.person)
    try {
      return await upload(ctx, received)
    } finally {
      busy.delete(ctx.person)
    }
  })

  async function upload(ctx: SuluhContext, { fileId, name = '' }: ReceivedFile) {
    const fetched = await files.fetchFile(fileId, { most: LARGEST_FORM })
    if ('problem' in fetched) {
      const most = formatNumber(LARGEST_FORM / 1024 / 1024, ctx.speak.language)
      return ctx.respond({ say: [{ html: ctx.speak.html('life.notFetched', { most }) }] })
    }
    const uploaded = await life.upload(ctx.person, fetched.bytes, name)
    const messages = uploadedMessages(ctx.speak, uploaded)
    if (uploaded.type !== 'kept') return ctx.respond({ say: messages })
    log.info({ survey: uploaded.card.info.code }, 'an admin sent a survey')
    return ctx.respond({ say: [...messages, await showCard(ctx, uploaded.card)] })
  }

  /** A file that answers a question of a survey is the survey's, also when an admin sends it. */
  async function asksForFile(person: number): Promise<boolean> {
    const question = await surveys.presentQuestion(person)
    return question?.kind === 'question' && ['file', 'image'].includes(question.row.definition.type)
  }

  return chat
}
