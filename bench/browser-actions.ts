import type { Page } from '@playwright/test'
import { aim, untilQuiet, untilTrue } from './browser-page'

/**
 * What a reader does on the overview of the analytics. Hands and eyes are plain: Playwright's search by role looks at the
 * style of all the links of a table, which lays out rows that are out of sight and blocks a slow page for 200 ms.
 */
export type Action = { name: string; run: (page: Page) => Promise<void> }

const search = 'input[name=q]'

async function press(page: Page, target: string): Promise<void> {
  const place = await page.evaluate<[x: number, y: number] | null>(aim(target))
  if (!place) throw new Error(`${page.url()} has no ${target}`)
  await page.mouse.click(...place)
}

async function turn(page: Page, name: 'Older' | 'Newer'): Promise<void> {
  const first = `document.querySelector('#clicks tbody a').href`
  const before = await page.evaluate(first)
  await press(page, `nav[aria-label=Pages] a[href*=${name === 'Older' ? 'older' : 'newer'}]:not([title])`)
  await untilTrue(page, `${first} !== '${before}'`)
  await untilQuiet(page)
}

async function openPopup(page: Page, label: string): Promise<void> {
  await page.evaluate(
    `for (const each of document.querySelectorAll('summary')) each.id = each.textContent.startsWith('${label}') ? 'bench' : ''`,
  )
  await press(page, '#bench')
}

const query = (name: string) => `new URLSearchParams(location.search).get('${name}')`

export const actions: Action[] = [
  {
    name: 'type in the search',
    async run(page) {
      await press(page, search)
      await page.keyboard.type('blue shirt', { delay: 90 })
      await untilTrue(page, `${query('q')} === 'blue shirt'`)
      await untilQuiet(page)
      for (let letter = 0; letter < 6; letter++) await page.keyboard.press('Backspace', { delay: 60 })
      await untilTrue(page, `${query('q')} === 'blue'`)
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
      await press(page, '#clicks tbody tr td:nth-child(3)')
      await untilTrue(
        page,
        `document.querySelector('[role=dialog], dialog[open]')?.textContent.includes('Nothing here tells')`,
      )
      await untilQuiet(page)
      await page.keyboard.press('Escape')
      await untilTrue(page, `!document.querySelector('[role=dialog], dialog[open]')`)
    },
  },
  {
    name: 'hide and show columns',
    async run(page) {
      await openPopup(page, 'Columns')
      // Device, then "why", the last.
      const [device, why] = ['#clicks label:nth-of-type(3) input', '#clicks label:last-of-type input']
      await press(page, device)
      await untilTrue(page, `${query('hide')} === 'device'`)
      await untilQuiet(page)
      await press(page, why)
      await untilTrue(page, `${query('hide')} === 'device,why'`)
      await untilQuiet(page)
      await press(page, device)
      await untilTrue(page, `${query('hide')} === 'why'`)
    },
  },
  {
    name: 'change filters',
    async run(page) {
      await openPopup(page, 'Filters')
      // By keyboard, as the list of a select is the system's own.
      await page.evaluate(aim('select[name=page]'))
      await page.keyboard.press('ArrowDown')
      await untilTrue(page, `${query('page')} !== null`)
      await untilQuiet(page)
      await press(page, `details input[name=category] + button`)
      await untilTrue(page, `document.activeElement?.getAttribute('aria-label') === 'Search categories'`)
      await page.keyboard.type('garden', { delay: 90 })
      await page.keyboard.press('Enter')
      await untilTrue(page, `${query('category')} !== null`)
      await untilQuiet(page)
      await press(page, 'ul[aria-label="Active filters"] li:last-child a')
      await untilTrue(page, `${query('category')} === null`)
    },
  },
  {
    name: 'change tabs',
    async run(page) {
      for (const path of ['/products', '/times', '/routing', '/counting', '']) {
        await press(page, `nav[aria-label=Analytics] a[href^="/admin/analytics${path}?"]`)
        await untilTrue(page, `location.pathname === '/admin/analytics${path}'`)
        await untilQuiet(page)
      }
    },
  },
]
