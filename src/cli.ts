#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import { doctor } from './command/doctor.ts'
import { migrateDatabase } from './command/migrate.ts'
import { sandbox } from './command/sandbox.ts'
import { seed } from './command/seed.ts'
import { skm } from './command/skm.ts'
import { start } from './command/start.ts'
import { DatabaseProblem } from './database/problem.ts'
import { OperatorProblem } from './operatorProblem.ts'

/** Exit codes: 0 all is well, 1 it did not work, 2 the command was not understood. */
const [FAILED, MISUSED] = [1, 2]

const program = new Command('suluh')
  .description('Suluh: the citizens and civil servants of a regency are heard, over Telegram')
  .showHelpAfterError('(suluh --help tells what there is)')
  .exitOverride()

program.command('start').description('run the bot (settings: see .env.example)').action(start)

program
  .command('sandbox')
  .description('try everything on this machine: bot, local Telegram and a chat page, without a token')
  .option('--port <number>', 'port of the chat page', portNumber, 4080)
  .option('--fresh', 'begin with an empty database')
  .action(sandbox)

program
  .command('migrate')
  .description('bring the database to the schema of this version')
  .option('--json', 'for programs')
  .action(migrateDatabase)

program
  .command('seed')
  .description('put the example regency into the database; prints the deep-link code of each unit')
  .option('--json', 'for programs')
  .action(seed)

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
  .action(skm)

program
  .command('doctor')
  .description('check settings, database, migrations, Telegram and clock')
  .option('--json', 'for programs')
  .action(doctor)

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
