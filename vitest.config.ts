import { defineConfig } from 'vitest/config'

/**
 * Unit tests and conversations; on PostgreSQL when TEST_DATABASE_URL names a server. The browser tests have
 * their own command, because they need a browser.
 */
export default defineConfig({
  test: {
    include: process.env.BROWSER_TESTS ? ['test/browser/**/*.browser.ts'] : ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
