import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../lib/database/embedded'
import { migrate } from '../../lib/database/migrate'

/** Vitest's global setup: a Postgres of the tests' own, whose first database is migrated and copied per test file. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatcart-test-'))
  // As root, Postgres runs as somebody else, who has to get in here.
  chmodSync(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir, log: console.log })
  await migrate({ url: postgres.url, directory: 'prisma/migrations', log: console.log })
  process.env.TEST_TEMPLATE_URL = postgres.url
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
