import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { BrowserShop } from './browser-shop'
import { until } from './stage'

/**
 * A page of a browser that has never seen the shop: nothing in its cache, signed in, slowed down. And at rest: closing one
 * context and starting the next keeps both cores busy for most of a second, and the page that came then took half as long again.
 */
export async function openPage(shop: BrowserShop, slowdown: number): Promise<Page> {
  const context = await shop.browser.newContext({
    storageState: shop.session,
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.addInitScript({ content: watcher })
  // The connection and the process of the page are there, as for anybody who comes from another screen.
  await page.goto(`${shop.url}/api/health`)
  await delay(REST_MS)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

const REST_MS = 1_000

export async function closePage(page: Page): Promise<void> {
  await page.context().close()
}

/**
 * Runs in the page. Keeps tasks of more than 50 ms (Long Tasks), how long each key and press took until it was painted
 * (Event Timing), when something last changed, and when what is waited for first came true.
 */
const watcher = `
  const kept = { tasks: [], events: [], changed: 0, awaited: null, answered: null }
  window.bench = kept
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) kept.tasks.push({ at: startTime, ms: duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver(list => {
    for (const { name, startTime, duration, interactionId } of list.getEntries())
      if (interactionId) kept.events.push({ name, at: startTime, ms: duration })
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  const look = () => {
    if (kept.awaited && kept.answered === null && kept.awaited()) kept.answered = performance.now()
  }
  const { pushState } = history
  history.pushState = (...state) => {
    pushState.apply(history, state)
    look()
  }
  new MutationObserver(() => {
    kept.changed = performance.now()
    look()
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
`

type Kept = {
  tasks: { at: number; ms: number }[]
  events: { name: string; at: number; ms: number }[]
}

/** What the watcher kept since `from` (milliseconds of the page's clock). */
export async function readKept(page: Page, from = 0): Promise<Kept> {
  const kept: Kept = await page.evaluate('window.bench')
  return {
    tasks: kept.tasks.filter(({ at }) => at >= from),
    events: kept.events.filter(({ at }) => at >= from),
  }
}

export function clockOf(page: Page): Promise<number> {
  return page.evaluate('performance.now()')
}

/** Until nothing was drawn, fetched or worked on for half a second. */
export async function untilQuiet(page: Page): Promise<void> {
  const quiet = `document.readyState === 'complete' && !document.querySelector('[aria-busy=true]') &&
    performance.now() - Math.max(bench.changed, ...bench.tasks.map(task => task.at + task.ms),
    ...performance.getEntriesByType('resource').map(entry => entry.responseEnd)) > 500`
  await untilTrue(page, quiet)
}

/** Not Playwright's waitForFunction: it would run the text in the page, where the content security policy forbids that. */
export async function untilTrue(page: Page, condition: string): Promise<void> {
  if (!(await until(() => page.evaluate<boolean>(`Boolean(${condition})`), PATIENCE_MS)))
    throw new Error(`${page.url()} never has ${condition}`)
}

const PATIENCE_MS = 15_000

/** Something to press again and again from the moment it is there, and what is true in the page once it has answered. */
export type Probe = { target: string; press: keyof typeof presses; answer: string }

const presses = {
  click: 'element.click()',
  choose: `element.selectedIndex = (element.selectedIndex + 1) % element.length
    element.dispatchEvent(new Event('change', { bubbles: true }))`,
}

/**
 * When the page answered the first of the presses, in milliseconds since the navigation began. The page presses by itself
 * and notes the moment itself: presses from outside, each with a question where to press, made it half a second slower.
 */
export async function pressUntilAnswered(page: Page, { target, press, answer }: Probe): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', {
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise(done => {
      bench.awaited = () => ${answer}
      const pressing = setInterval(() => {
        const element = document.querySelector('${target}')
        if (bench.answered === null && performance.now() < ${PATIENCE_MS}) {
          if (element) { ${presses[press]} }
        } else {
          clearInterval(pressing)
          done(bench.answered)
        }
      }, ${PRESS_EVERY_MS})
    })`,
  })
  if (typeof result.value !== 'number') throw new Error(`${page.url()} does not answer a press of ${target}`)
  return result.value
}

const PRESS_EVERY_MS = 50

/** As a hand does it: brings it into sight, then presses where it is now; null while it is not there. */
export const aim = (target: string) => `
  (element => {
    if (!element) return null
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    element.focus()
    const box = element.getBoundingClientRect()
    return [box.x + box.width / 2, box.y + box.height / 2]
  })(document.querySelector(${JSON.stringify(target)}))`
