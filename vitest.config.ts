import { configDefaults, defineConfig } from 'vitest/config'

const inBrowser = process.env.BROWSER_TESTS !== undefined

/** What meets no database, or shows only how a command speaks: once is enough. */
const WITHOUT_DATABASE = [
  'test/{file,message,numbers,picture,sandbox,skm,spreadsheet}/**',
  'test/{config,numbers,operations,texts}.test.ts',
  'test/survey/{answer,definition,expression,interview,templates,xlsform}/**',
  'test/process/{backup,commands,pictures,rosterCommand,surveyCommands}.test.ts',
]
const onPostgresql = process.env.TEST_DATABASE_URL !== undefined

/**
 * Unit tests and conversations; on PostgreSQL, when TEST_DATABASE_URL names a server, all that meet a database. The
 * browser tests have their own command, because they need a browser.
 */
export default defineConfig({
  test: {
    include: inBrowser ? ['test/browser/**/*.test.ts'] : ['test/**/*.test.ts'],
    exclude: inBrowser
      ? configDefaults.exclude
      : [...configDefaults.exclude, 'test/browser/**', ...(onPostgresql ? WITHOUT_DATABASE : [])],
    globalSetup: 'test/freshBuild.ts',
    // Also on two cores: most of a test is waiting for a database, a process or a connection.
    maxWorkers: 3,
    // What is tested keeps nothing in its modules, so one worker loads them once for all its files: half the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
