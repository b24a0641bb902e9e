import { setTimeout as sleep } from 'node:timers/promises'
import type { Update, UserFromGetMe } from 'telegraf/types'
import { features } from './assembly/features.ts'
import { type Ground, openGround, type Surroundings } from './assembly/openGround.ts'
import { openPersonnel } from './assembly/openPersonnel.ts'
import { openSurveys } from './assembly/openSurveys.ts'
import { startWorks } from './assembly/startWorks.ts'
import type { Config } from './config.ts'
import { isOutOfReach } from './database/isOutOfReach.ts'
import { openDatabase } from './database/open.ts'
import { soleHolder } from './instance/soleHolder.ts'
import { turnLocks } from './instance/turnLocks.ts'
import { keptSecretKey } from './secretKey.ts'
import { suluhBot } from './telegram/bot.ts'
import { introduce } from './telegram/introduce.ts'
import { timerPause } from './telegram/pause.ts'
import { receiveUpdates } from './web/receiveUpdates.ts'

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

/** How long each thing under way may take when the bot is told to stop. */
const FAREWELL_MS = 10_000

/**
 * Builds everything in reading order and starts it: ground, features, bot, what goes on by itself.
 * @throws with one line for the operator when a setting, the database or Telegram does not work
 */
export async function startSuluh(config: Config, surroundings: Surroundings): Promise<Suluh> {
  const secretKey = config.secretKey ?? keptSecretKey(config.databaseUrl)
  const database = await openDatabase(config.databaseUrl)
  try {
    return await startOn(await openGround(database, { ...config, secretKey }, surroundings))
  } catch (fault) {
    await database.close()
    throw fault
  }
}

async function startOn(ground: Ground): Promise<Suluh> {
  const { database, config, clock, log, pause, texts, me, api, sender, channel, people, metrics } = ground
  const all = await openSurveys(ground)
  const personnel = openPersonnel(ground, all)
  const bot = suluhBot({
    ...{ token: config.botToken, apiRoot: config.telegramApiRoot, me, sender, people, texts, log },
    // Only a webhook brings updates of one person to several instances.
    ...(channel && config.publicUrl && { inTurn: turnLocks({ channel, pause: timerPause, log }) }),
    isPassing: isOutOfReach,
    features: features(ground, all, personnel),
  })
  await introduce(api, texts, config.adminIds, log)

  all.attachments.wake()
  const receiving = await receiveUpdates({
    ...{ config, api, clock, log, pause, metrics, lastAnswer: ground.lastAnswer },
    handle: (update) => bot.handleUpdate(update as Update),
    migrationState: ground.watching.migrationState,
    ...(channel && { isPoller: soleHolder(channel, 'polling') }),
  })
  const works = startWorks(ground, all, personnel)
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
      for (const end of works.endings) await withinFarewell(end())
      await all.attachments.stop()
      await all.exports.stop()
      await withinFarewell(ground.turns.idle().then(() => sender.idle()))
      await ground.pictures.stop()
      await api.close()
      metrics?.close()
      await database.close()
      log.info('Suluh has stopped')
    },
  }
}

const withinFarewell = (ending: Promise<void>) =>
  Promise.race([ending, sleep(FAREWELL_MS, undefined, { ref: false })])
