// A process that does nothing but deliver, as fast as the local Telegram of the test allows, with a lease whose beat is
// as much quicker: so that several kills fit into some seconds. It runs what was built.
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { timerBeats } from '../../dist/beats.js'
import { systemClock } from '../../dist/clock.js'
import { loadConfig } from '../../dist/config.js'
import { openDatabase } from '../../dist/database/open.js'
import { openLease } from '../../dist/instance/lease.js'
import { instanceStore } from '../../dist/instance/store.js'
import { startDelivery } from '../../dist/outbox/delivery/startDelivery.js'
import { watchReplies } from '../../dist/outbox/delivery/watchReplies.js'
import { outboxReportStore } from '../../dist/outbox/report/store.js'
import { outboxService } from '../../dist/outbox/service.js'
import { outboxStore } from '../../dist/outbox/store.js'
import { personService } from '../../dist/person/service.js'
import { personStore } from '../../dist/person/store.js'
import { telegramApi } from '../../dist/telegram/api.js'
import { timerPause } from '../../dist/telegram/pause.js'
import { loadTexts } from '../../dist/texts.js'

const BEAT_MS = 100

const config = loadConfig(process.env)
const database = await openDatabase(config.databaseUrl)
const log = pino({ level: 'warn' }, process.stderr)
const name = randomBytes(6).toString('hex')
const store = outboxStore(database)
const reports = outboxReportStore(database)
const api = telegramApi(config.telegramApiRoot, config.botToken)
const surroundings = { clock: systemClock, log, beats: timerBeats, pause: timerPause }
const instances = { store: instanceStore(database), instance: name, beats: timerBeats, log }

const delivery = startDelivery({
  ...surroundings,
  ...{ store, api, config },
  outbox: outboxService({ store, reports, clock: systemClock, quietHours: undefined }),
  people: personService(personStore(database)),
  texts: await loadTexts(),
  replies: watchReplies(api, config.messagesPerSecond, timerPause),
  instance: {
    name,
    lease: (of) => openLease({ ...instances, name: of, beatMs: BEAT_MS }),
    presence: () => ({ stop: async () => {} }),
  },
  kinds: [{ name: 'note', render: async ({ payload }) => ({ html: `Halo ${payload.number}` }) }],
})
process.on('SIGTERM', async () => {
  await delivery.stop()
  await api.close()
  await database.close()
})
process.stdout.write('delivering\n')
