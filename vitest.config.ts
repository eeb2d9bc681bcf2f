import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }
const exclude = ['node_modules/**', '.next/**', 'dist/**', 'e2e/**']

/** Milliseconds, for machines that do other work meanwhile: a test that hangs fails all the same. */
const patient = 60_000

/** `unit` needs nothing; `integration` (`*.db.test.ts`) has a Postgres, with a migrated database per test file. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
          testTimeout: patient,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: 'scripts/testing/start-postgres.ts',
          setupFiles: 'scripts/testing/database-per-file.ts',
          hookTimeout: patient,
          testTimeout: patient,
        },
      },
    ],
  },
})
