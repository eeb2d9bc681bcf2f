import { span } from './analytics-load'
import type { Action } from './browser-actions'
import {
  clockOf,
  closePage,
  openPage,
  type Probe,
  pressUntilAnswered,
  readKept,
  untilQuiet,
} from './browser-page'
import type { ActionFigures } from './browser-report'
import { medianOf } from './browser-report'
import type { BrowserShop } from './browser-shop'

type Tab = { name: string; path: string; probes: Probe[] }

const day = (back: number) => new Date(span.end.getTime() - back * 86_400_000).toISOString().slice(0, 10)
const month = `range=custom&from=${day(29)}&to=${day(0)}`

/** The filters answer a change at once by asking for other figures. */
const filters: Probe = {
  target: 'select[name=range]',
  press: 'choose',
  answer: `document.querySelector('form[role=search][aria-busy=true]')`,
}
/** A press beside the links of a row opens the click's trace: the address says so at once, the sheet comes in a moment. */
const row: Probe = {
  target: '#clicks tbody tr td:nth-child(3)',
  press: 'click',
  answer: `location.search.includes('click=')`,
}
const chartTable: Probe = {
  target: 'figure button[aria-expanded]',
  press: 'click',
  answer: `document.querySelector('figure button[aria-expanded=true]')`,
}

/** What can be pressed on each tab that needs a script: the filters, and what is furthest down. */
export const tabs: Tab[] = [
  { name: 'overview', path: `/admin/analytics?${month}`, probes: [filters, row] },
  { name: 'products', path: `/admin/analytics/products?${month}`, probes: [filters] },
  { name: 'times', path: `/admin/analytics/times?${month}`, probes: [filters, chartTable] },
  { name: 'routing', path: `/admin/analytics/routing?${month}`, probes: [filters] },
  { name: 'counting', path: `/admin/analytics/counting?${month}`, probes: [filters] },
]

export type Load = {
  /** Milliseconds since the navigation began. */
  firstByte: number
  lastByte: number
  firstPaint: number
  /** When all the probes had been answered, each in a load of its own. */
  interactive: number
  longestTask: number
  /** What tasks took beyond 50 ms each. */
  blocked: number
  scriptsKb: number
}

type LoadOptions = { shop: BrowserShop; tab: Tab; slowdown: number }

export async function loadTab({ shop, tab, slowdown }: LoadOptions): Promise<Load> {
  const answered: number[] = []
  for (const probe of tab.probes) {
    const page = await openPage(shop, slowdown)
    await page.goto(shop.url + tab.path, { waitUntil: 'commit' })
    answered.push(await pressUntilAnswered(page, probe))
    await closePage(page)
  }
  return { ...(await loadUntouched({ shop, tab, slowdown })), interactive: Math.max(...answered) }
}

async function loadUntouched({ shop, tab, slowdown }: LoadOptions): Promise<Omit<Load, 'interactive'>> {
  const page = await openPage(shop, slowdown)
  await page.goto(shop.url + tab.path)
  await untilQuiet(page)
  const { tasks } = await readKept(page)
  const times = await page.evaluate<Omit<Load, 'interactive' | 'longestTask' | 'blocked'>>(`
    (([page], [paint], files) => ({
      firstByte: page.responseStart, lastByte: page.responseEnd, firstPaint: paint?.startTime,
      scriptsKb: files.filter(file => file.name.includes('.js')).reduce((sum, file) => sum + file.encodedBodySize, 0) / 1000,
    }))(performance.getEntriesByType('navigation'), performance.getEntriesByName('first-contentful-paint'),
      performance.getEntriesByType('resource'))`)
  await closePage(page)
  return {
    ...times,
    longestTask: Math.max(0, ...tasks.map(task => task.ms)),
    blocked: tasks.reduce((sum, { ms }) => sum + ms - 50, 0),
  }
}

type ActionsOptions = {
  shop: BrowserShop
  actions: Action[]
  runs: number
  slowdown: number
  say: (line: string) => void
}

/** Each action on a page that has come to rest, on a fresh page per run. */
export async function measureActions({ shop, actions, runs, slowdown, say }: ActionsOptions) {
  const all: ActionFigures[] = []
  for (const { name, run } of actions) {
    const figures: Omit<ActionFigures, 'name'>[] = []
    for (let turn = 0; turn < runs; turn++) {
      const page = await openPage(shop, slowdown)
      await page.goto(`${shop.url}/admin/analytics?${month}`)
      await untilQuiet(page)
      const from = await clockOf(page)
      await run(page)
      await untilQuiet(page)
      const { tasks, events } = await readKept(page, from)
      figures.push({
        longestTask: Math.max(0, ...tasks.map(task => task.ms)),
        longTasks: tasks.length,
        slowestAnswer: Math.max(0, ...events.map(event => event.ms)),
      })
      await closePage(page)
    }
    all.push({ name, ...medianOf(figures, ['longestTask', 'longTasks', 'slowestAnswer']) })
    say(`  ${name}: ${figures.map(figure => Math.round(figure.longestTask)).join(', ')} ms`)
  }
  return all
}
