import { expect, type Page } from '@playwright/test'
import { agents } from './agents'
import { addCatalogue, newDigits, unique } from './catalogue'
import { clicksOf } from './clicks'
import { send } from './raw-request'
import type { Shop } from './shop'

/** A product in a category of its own, whose rule sends to a number of its own. */
export async function addOne(shop: Shop, word: string) {
  const [name, category, digits] = [unique(word), unique('Group'), newDigits()]
  const { products } = await addCatalogue(shop, {
    categories: { [category]: digits },
    products: [{ name, categories: [category] }],
  })
  return { id: products[0]?.id ?? 0, name, category, digits, label: `Number ${digits.slice(-3)}` }
}

/** Clicks once and waits until the click is in the table. */
export async function click(shop: Shop, id: number, agent: string = agents.phone): Promise<void> {
  const before = (await clicksOf(shop, id)).length
  await send(shop.url, `/go/product/${id}`, { headers: { 'user-agent': agent } })
  await expect.poll(async () => (await clicksOf(shop, id)).length).toBe(before + 1)
}

export const filters = (page: Page) => page.getByRole('search')

/** Opens the fields behind the button, where they are not open yet. */
export async function openFilters(page: Page): Promise<void> {
  const box = filters(page).locator('details')
  if ((await box.getAttribute('open')) === null) await box.locator('summary').click()
}

const table = (page: Page) => page.getByRole('table', { name: 'Clicks, newest first' })

export const rows = (page: Page) => table(page).locator('tbody tr')

/**
 * The rows of one moment: Playwright finds the elements first and reads them then, and another page may have come between.
 * The lower half follows a frame later: a moment in between is none to read.
 */
export async function readRows(page: Page): Promise<string[]> {
  let found: string[] | null = null
  const isRead = async () => {
    found = await table(page).evaluate(element =>
      element.querySelector('tbody[aria-busy=true]')
        ? null
        : Array.from(element.querySelectorAll('tbody tr'), row => row.textContent ?? ''),
    )
    return found !== null
  }
  await expect.poll(isRead).toBe(true)
  return found ?? []
}
