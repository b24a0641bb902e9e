import { configDefaults, defineConfig } from 'vitest/config'

const inBrowser = process.env.BROWSER_TESTS !== undefined

/**
 * Unit tests and conversations; on PostgreSQL when TEST_DATABASE_URL names a server. The browser tests have
 * their own command, because they need a browser.
 */
export default defineConfig({
  test: {
    include: inBrowser ? ['test/browser/**/*.test.ts'] : ['test/**/*.test.ts'],
    exclude: inBrowser ? configDefaults.exclude : [...configDefaults.exclude, 'test/browser/**'],
    globalSetup: 'test/freshBuild.ts',
    // Also on two cores: most of a test is waiting for a database, a process or a connection.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
