import { createServer } from 'node:http'
import { createClient } from '@libsql/client'
import pg from 'pg'
import { Telegraf } from 'telegraf'

/**
 * The floor that Suluh is measured against: the least that a Telegraf bot can do on the same survey. State in
 * memory (lost at a restart), one raw INSERT an answer, the press answered, the next question sent.
 * With EDITS it also shows on each question what was chosen, as Suluh does: three calls a press instead of two.
 * Run as a process of its own: `node floor.js`, with BOT_TOKEN, TELEGRAM_API_ROOT, DATABASE_URL, QUESTIONS; with
 * PUBLIC_URL and PORT by webhook, where the first call is not put into the answer: presses would be lost.
 */
const {
  BOT_TOKEN = '',
  TELEGRAM_API_ROOT = '',
  DATABASE_URL = '',
  QUESTIONS = '9',
  EDITS,
  PUBLIC_URL,
  PORT,
} = process.env
const questions = Number(QUESTIONS)
const WORDS = ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah']

const insert = await inserter()
const places = new Map<number, number>()
const bot = new Telegraf(BOT_TOKEN, { telegram: { apiRoot: TELEGRAM_API_ROOT, webhookReply: false } })

const ask = (number: number) => ({
  text: `${number} dari ${questions}\nBagaimana pendapat Bapak/Ibu tentang kemudahan prosedur pelayanan di unit ini?`,
  reply_markup: {
    inline_keyboard: WORDS.map((text, choice) => [{ text, callback_data: `a.floor.${number}.${choice}` }]),
  },
})

bot.start(async (ctx) => {
  await ctx.reply('Selamat datang. Setuju?', {
    reply_markup: { inline_keyboard: [[{ text: 'Setuju', callback_data: 'jo.skm.1' }]] },
  })
})

bot.on('callback_query', async (ctx) => {
  const data = 'data' in ctx.callbackQuery ? ctx.callbackQuery.data : ''
  const person = ctx.from.id
  const number = (places.get(person) ?? 0) + 1
  places.set(person, number)
  if (data.startsWith('a.')) await insert(person, number - 1, data)
  await ctx.answerCbQuery()
  if (EDITS) await ctx.editMessageText(`Bagaimana pendapat Bapak/Ibu?\n✅ ${data}`)
  if (number > questions) {
    await ctx.reply('Terima kasih atas partisipasi Bapak/Ibu.')
    return
  }
  const { text, ...extra } = ask(number)
  await ctx.reply(text, extra)
})

bot.catch((fault) => {
  process.stderr.write(`${fault}\n`)
})
if (PUBLIC_URL) {
  const [path, secretToken] = ['/floor', 'a-secret-of-the-bench']
  await bot.telegram.setWebhook(PUBLIC_URL + path, { secret_token: secretToken, max_connections: 100 })
  createServer(bot.webhookCallback(path, { secretToken })).listen(Number(PORT), '127.0.0.1', () =>
    process.send?.('ready'),
  )
} else {
  await bot.launch(() => {
    process.send?.('ready')
  })
}

async function inserter(): Promise<(person: number, question: number, value: string) => Promise<unknown>> {
  const sql = 'CREATE TABLE IF NOT EXISTS floor (person BIGINT, question INTEGER, value TEXT)'
  if (DATABASE_URL.startsWith('file:')) {
    const client = createClient({ url: DATABASE_URL })
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute(sql)
    return (...args) => client.execute({ sql: 'INSERT INTO floor VALUES (?, ?, ?)', args })
  }
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 5 })
  await pool.query(sql)
  return (...values) => pool.query({ name: 'insert', text: 'INSERT INTO floor VALUES ($1, $2, $3)', values })
}
