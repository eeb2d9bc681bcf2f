import type { Page } from '@playwright/test'
import { untilQuiet } from './browser-page'

/** What a reader does on the overview of the analytics. */
export type Action = { name: string; run: (page: Page) => Promise<void> }

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search clicks' })

async function turn(page: Page, name: 'Older' | 'Newer'): Promise<void> {
  const address = page.url()
  await page.getByRole('link', { name, exact: true }).click()
  await page.waitForURL(url => url.href !== address)
  await untilQuiet(page)
}

export const actions: Action[] = [
  {
    name: 'type in the search',
    async run(page) {
      await search(page).pressSequentially('blue shirt', { delay: 90 })
      await page.waitForURL(url => url.searchParams.get('q') === 'blue shirt')
      await untilQuiet(page)
      for (let letter = 0; letter < 6; letter++) await search(page).press('Backspace', { delay: 60 })
      await page.waitForURL(url => url.searchParams.get('q') === 'blue')
    },
  },
  {
    name: 'turn pages',
    async run(page) {
      await turn(page, 'Older')
      await turn(page, 'Older')
      await turn(page, 'Newer')
    },
  },
  {
    name: 'open a trace and close it',
    async run(page) {
      await page.locator('#clicks tbody tr td:nth-child(3)').first().click()
      await page.getByRole('dialog').getByText('Nothing here tells').waitFor()
      await untilQuiet(page)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'hide and show columns',
    async run(page) {
      await page.getByText('Columns', { exact: true }).click()
      const [device, why] = ['Device', 'Why'].map(name => page.getByRole('checkbox', { name }))
      await device?.click()
      await page.waitForURL(/hide=device/)
      await untilQuiet(page)
      await why?.click()
      await untilQuiet(page)
      await device?.click()
    },
  },
  {
    name: 'change filters',
    async run(page) {
      await page.getByText('Filters', { exact: true }).click()
      await page.getByLabel('Page type').selectOption({ label: 'Cart' })
      await page.waitForURL(/page=cart/)
      await untilQuiet(page)
      await page.getByRole('combobox', { name: 'Category' }).click()
      await page
        .getByRole('combobox', { name: 'Search categories' })
        .pressSequentially('garden', { delay: 90 })
      await page.keyboard.press('Enter')
      await page.waitForURL(/category=/)
      await untilQuiet(page)
      await page.getByRole('link', { name: 'Clear all' }).click()
      await page.waitForURL(url => !url.searchParams.has('category'))
    },
  },
  {
    name: 'change tabs',
    async run(page) {
      for (const name of ['Products', 'When and where', 'Routing', 'Not counted', 'Overview']) {
        await page.getByRole('navigation', { name: 'Analytics' }).getByRole('link', { name }).click()
        await page.locator(`nav[aria-label=Analytics] a[aria-current=page]`, { hasText: name }).waitFor()
        await untilQuiet(page)
      }
    },
  },
]
