import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, request } from '@playwright/test'
import { Client } from 'pg'
import { hashPassword } from '../lib/auth/password'
import { countClicks } from '../lib/clicks/count-clicks'
import { parseClickFilters } from '../lib/clicks/filters'
import { closeDb, db } from '../lib/db'
import { browserArguments, ensureBrowser } from '../scripts/testing/browser'
import { chanceFunction, loadCatalogue, loadClicks, span } from './analytics-load'
import { startApp, waitUntilUp } from './app'
import { freePort, stopNode } from './processes'
import { setStage } from './stage'

/** A shop with many clicks, the production server in front of it, and somebody signed in. */
export type BrowserShop = {
  url: string
  clicks: number
  browser: Browser
  session: Awaited<ReturnType<BrowserContext['storageState']>>
  leave: () => Promise<void>
}

type ShopOptions = { clicks: number; database: string | undefined; say: (line: string) => void }

/** @throws when the server or the browser does not come up. */
export async function openShop({ clicks, database, say }: ShopOptions): Promise<BrowserShop> {
  const stage = database ? null : await setStage(say)
  const databaseUrl = database ?? stage?.databaseUrl ?? ''
  process.env.DATABASE_URL = databaseUrl
  const dataDir = mkdtempSync(join(tmpdir(), 'chatcart-browser-'))
  if (stage) {
    say(`Loading ${clicks.toLocaleString('en')} clicks`)
    await load(databaseUrl, clicks)
  }
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = startApp({ port, dataDir, databaseUrl, cores: null, env: { PUBLIC_URL: url } })
  const admin = { email: `bench-${port}@example.com`, password: randomBytes(12).toString('hex') }
  await waitUntilUp(port, server)
  await db().user.create({ data: { email: admin.email, passwordHash: await hashPassword(admin.password) } })
  const browser = await chromium.launch({ executablePath: await ensureBrowser(say), args: browserArguments })
  return {
    url,
    clicks: await countAll(),
    browser,
    session: await signIn(url, admin),
    async leave() {
      await browser.close()
      await stopNode(server)
      await db().user.delete({ where: { email: admin.email } })
      await closeDb()
      await stage?.leave()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function load(databaseUrl: string, clicks: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(chanceFunction)
  await loadCatalogue(client)
  await loadClicks(client, clicks, () => {})
  await client.end()
}

async function countAll(): Promise<number> {
  const { filters } = parseClickFilters({
    params: { range: 'all', visitors: 'everyone' },
    now: span.end,
    timeZone: 'UTC',
  })
  return (await countClicks({ filters, timeZone: 'UTC' })).count
}

async function signIn(baseURL: string, admin: { email: string; password: string }) {
  const context = await request.newContext({ baseURL })
  try {
    const { csrfToken } = await (await context.get('/api/auth/csrf')).json()
    const form = { ...admin, csrfToken, json: 'true' }
    const answer = await context.post('/api/auth/callback/credentials', { form })
    if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`)
    return await context.storageState()
  } finally {
    await context.dispose()
  }
}
