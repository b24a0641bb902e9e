#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import { isTimeZone } from './config.ts'
import { DatabaseProblem } from './database/problem.ts'
import { OperatorProblem } from './operatorProblem.ts'
import { EXPORT_FORMATS } from './survey/export/exportFormat.ts'
import { LANGUAGES } from './texts.ts'

/** Exit codes: 0 all is well, 1 it did not work, 2 the command was not understood. */
const [FAILED, MISUSED] = [1, 2]

const momentOf =
  (option: string) =>
  (text: string): Date => {
    const date = new Date(text)
    if (!Number.isNaN(date.getTime())) return date
    throw new OperatorProblem(`${option} is a moment such as 2026-03-15T10:30:00Z, not ${text}`)
  }

/** A command is loaded when it is given: the bot needs no more of the program in its memory than its own part. */
const given =
  <Words extends unknown[]>(load: () => Promise<(...words: Words) => unknown>) =>
  async (...words: Words): Promise<void> => {
    const command = await load()
    await command(...words)
  }

const program = new Command('suluh')
  .description('Suluh: the citizens and civil servants of a regency are heard, over Telegram')
  .showHelpAfterError('(suluh --help tells what there is)')
  .exitOverride()

program
  .command('start')
  .description('run the bot (settings: see .env.example)')
  .action(given(async () => (await import('./command/start.ts')).start))

program
  .command('sandbox')
  .description('try everything on this machine: bot, local Telegram and a chat page, without a token')
  .option('--port <number>', 'port of the chat page', portNumber, 4080)
  .option('--fresh', 'begin with an empty database')
  .action(given(async () => (await import('./command/sandbox.ts')).sandbox))

program
  .command('migrate')
  .description('bring the database to the schema of this version')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/migrate.ts')).migrateDatabase))

program
  .command('seed')
  .description('put the example regency into the database; prints the deep-link code of each unit')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/seed.ts')).seed))

program
  .command('outbox')
  .description('what the bot still has to say by itself: what waits, why, and until when')
  .option('--failed', 'what failed, came too late, or is in doubt, instead')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/outbox.ts')).outbox))

program
  .command('skm')
  .description('satisfaction index (IKM) of raw questionnaires')
  .argument('<file>', 'CSV, XLSX or XLS: a header of element keys or U1..U9, then one questionnaire a row')
  .addOption(
    new Option('--weight <rule>', 'weight of an element')
      .choices(['exact', '0.111', '0.11'])
      .default('exact'),
  )
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/skm.ts')).skm))

const survey = program.command('survey').description('surveys written in XLSForm spreadsheets')
const timeZone = () =>
  new Option('--tz <zone>', 'time zone of the place').default('Asia/Jakarta').argParser(zoneName)

survey
  .command('check')
  .description('tell everything that is wrong with a form, and play the scenarios in its sheet "tests"')
  .argument('<file>', 'XLSX or XLS')
  .addOption(timeZone())
  .option('--json', 'for programs')
  .action(async (file, { tz, ...options }) =>
    (await import('./command/surveyCheck.ts')).surveyCheck(file, { ...options, timeZone: tz }),
  )

survey
  .command('try')
  .description('play a form in the terminal, or with prepared answers')
  .argument('<file>', 'XLSX or XLS')
  .option('--answers <file>', 'JSON array of strings; null leaves a question as it is')
  .option('--now <moment>', 'moment in ISO 8601', momentOf('--now'))
  .addOption(timeZone())
  .option(
    '--seed <number>',
    'what random orders follow from; with 0 every random number is 0.5',
    wholeNumber,
    1,
  )
  .option('--language <name>', "the form's language, as its column is called")
  .option('--json', 'transcript and values, for programs; with --answers')
  .action(async (file, { tz, ...options }) =>
    (await import('./command/surveyTry.ts')).surveyTry(file, { ...options, timeZone: tz }),
  )

const exports = program.command('export').description('data for other programs')

exports
  .command('broadcast')
  .description('what became of each message of a broadcast, without naming anybody')
  .argument('<id>', 'number of the broadcast', broadcastNumber)
  .addOption(new Option('--language <name>', 'language of words').choices(LANGUAGES))
  .requiredOption('--out <file>', 'XLSX or CSV to write; what is there is replaced')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/exportBroadcast.ts')).exportBroadcast))

exports
  .command('responses')
  .description('the answers to a survey, in random order: XLSX, CSV, or CSV with syntax for SPSS')
  .argument('<survey>', 'code of the survey')
  .option('--unit <code>', 'only about this unit')
  .option('--period <period>', 'only of this period, such as 2026-S2')
  .addOption(new Option('--format <format>', 'form of the data').choices(EXPORT_FORMATS).default('xlsx'))
  .option('--language <name>', "language of words, as the survey's spreadsheet calls it")
  .requiredOption('--out <file>', 'file to write; what is there is replaced')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/exportResponses.ts')).exportResponses))

survey
  .command('template')
  .description('write a questionnaire to begin with as a spreadsheet; without a name, list them')
  .argument('[name]', 'which one')
  .option('--out <file>', 'where to; NAME.xlsx when absent')
  .action(given(async () => (await import('./command/surveyTemplate.ts')).surveyTemplate))

program
  .command('roster')
  .description('the roster of civil servants')
  .command('import')
  .description('let a spreadsheet take the place of the roster, whole or not at all')
  .argument('<file>', 'XLSX, XLS or CSV with the columns NIP, Nama, Unit Kerja, and what else is known')
  .option('--dry-run', 'only tell what would be added, changed and deactivated')
  .option('--deactivate-many', 'also when more than a fifth of the employees are not in it any more')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/rosterImport.ts')).rosterImport))

program
  .command('backup')
  .description('copy the SQLite database into a file while the bot works, and check the copy')
  .argument('<file>', 'file to make; one that is there is never replaced')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/backup.ts')).backup))

program
  .command('restore')
  .description('put a backup in the place of the SQLite database; the bot has to be stopped')
  .argument('<file>', 'what suluh backup made')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/restore.ts')).restore))

program
  .command('holidays')
  .description('the days on which offices are closed')
  .command('import')
  .description('take over a table of holidays, all of it or nothing')
  .argument(
    '<file>',
    'CSV, XLSX or XLS with the columns tanggal, jenis (nasional, cuti bersama, daerah), nama',
  )
  .option('--dry-run', 'only tell what would change')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/holidaysImport.ts')).holidaysImport))

program
  .command('units')
  .description('the offices and services that citizens rate')
  .command('import')
  .description('add units from a table, or bring those of the same code up to date, all of it or nothing')
  .argument(
    '<file>',
    'CSV, XLSX or XLS with the columns kode, nama, and if wanted kecamatan, pengguna (in a year), zona waktu, layanan (separated by semicolons)',
  )
  .option('--dry-run', 'only tell what would change')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/unitsImport.ts')).unitsImport))

program
  .command('tick')
  .description('do once what the clock does each minute')
  .option('--at <moment>', 'as if it were this moment, such as 2026-12-01T08:00+07:00', momentOf('--at'))
  .option('--dry-run', 'only tell what would be queued; nothing is written')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/tick.ts')).tick))

program
  .command('move')
  .description(
    'copy the SQLite database into an empty one of PostgreSQL and compare them; the bot has to be stopped',
  )
  .requiredOption(
    '--to <url>',
    'postgresql://user@host/name; a password may stand in PGPASSWORD or ~/.pgpass',
  )
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/move.ts')).move))

program
  .command('doctor')
  .description('check settings, database, outbox, Telegram, clock and more; changes nothing')
  .option('--json', 'for programs')
  .action(given(async () => (await import('./command/doctor.ts')).doctor))

function zoneName(text: string): string {
  if (isTimeZone(text)) return text
  throw new OperatorProblem(`--tz is an IANA name such as Asia/Jakarta, not ${text}`)
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw new OperatorProblem(`--seed is a whole number, not ${text}`)
}

function broadcastNumber(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new OperatorProblem(`a broadcast has a number such as 12, not ${text}`)
}

function portNumber(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new OperatorProblem(`--port is a number from 0 to 65535, not ${text}`)
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  await program.parseAsync()
} catch (fault) {
  if (fault instanceof CommanderError) process.exitCode = fault.exitCode === 0 ? 0 : MISUSED
  else {
    const isKnown = fault instanceof OperatorProblem || fault instanceof DatabaseProblem
    process.stderr.write(`suluh: ${isKnown ? fault.message : ((fault as Error).stack ?? String(fault))}\n`)
    process.exitCode = FAILED
  }
}
