import { test as base, type Locator, type Page, request } from '@playwright/test'
import { newAddress } from './raw-request'
import { firstAdmin, type Shop, startShop } from './shop'

type Session = Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>['storageState']>>

type WorkerFixtures = {
  /** This worker's own server, with the demo shop in it. */
  shop: Shop
  /** The first admin's cookies. */
  session: Session
}

type TestFixtures = {
  /** A page of a signed-in admin; `page` is anybody's. */
  admin: Page
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const shop = await startShop()
      await use(shop)
      await shop.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  session: [
    async ({ shop }, use) => {
      await use(await signIn(shop.url, firstAdmin))
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ shop }, use) => {
    await use(shop.url)
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  extraHTTPHeaders: async ({}, use) => {
    await use({ 'x-forwarded-for': newAddress() })
  },
  page: async ({ page, javaScriptEnabled }, use) => {
    await use(javaScriptEnabled === false ? page : waitForLife(page))
  },
  admin: async ({ browser, session }, use) => {
    const context = await browser.newContext({ storageState: session })
    await use(waitForLife(await context.newPage()))
    await context.close()
  },
})

export { expect } from '@playwright/test'

/** What is typed before a page's script has taken over is lost, and a robot is faster than any script. */
export function waitForLife(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  page.goto = async (...options) => {
    const response = await goto(...options)
    await untilAlive(page)
    return response
  }
  page.reload = async (...options) => {
    const response = await reload(...options)
    await untilAlive(page)
    return response
  }
  return page
}

/** React leaves a mark on every element it has taken over. */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll('button, form, select, textarea')).every(element =>
      Object.keys(element).some(key => key.startsWith('__react')),
    ),
  )
}

/** The cookies of a new session. */
export async function signIn(url: string, admin: { email: string; password: string }): Promise<Session> {
  const context = await request.newContext({
    baseURL: url,
    extraHTTPHeaders: { 'x-forwarded-for': newAddress() },
  })
  try {
    const { csrfToken } = await (await context.get('/api/auth/csrf')).json()
    const answer = await context.post('/api/auth/callback/credentials', {
      form: { ...admin, csrfToken, json: 'true' },
    })
    if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}: ${await answer.text()}`)
    return await context.storageState()
  } finally {
    await context.dispose()
  }
}

/** Presses an order button and answers the wa.me address it leads to; WhatsApp itself is out of reach. */
export async function tap(page: Page, button: Locator): Promise<string> {
  const leaving = page
    .context()
    .waitForEvent('request', request => request.url().startsWith('https://wa.me/'))
  await button.click()
  return (await leaving).url()
}
