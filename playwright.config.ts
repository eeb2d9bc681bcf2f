import { defineConfig, devices } from '@playwright/test'
import { browserArguments } from './scripts/testing/browser'

/** The journeys, on the production build; each worker starts a server with a database of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './scripts/testing/build-first.ts',
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
  use: {
    // Its user agent above all: a headless browser calls itself one, which makes it a bot.
    ...devices['Desktop Chrome'],
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      // Redirects are looked at, never followed to WhatsApp.
      args: [...browserArguments, '--host-resolver-rules=MAP wa.me ~NOTFOUND, MAP *.whatsapp.com ~NOTFOUND'],
    },
  },
})
