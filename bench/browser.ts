import { parseArgs } from 'node:util'
import { z } from 'zod'
import { actions } from './browser-actions'
import { type BrowserReport, medianLoad, toText } from './browser-report'
import { openShop } from './browser-shop'
import { loadTab, measureActions, tabs } from './browser-tabs'
import { build } from './stage'

/**
 * `npm run bench:browser`: the analytics in Chromium, its processor slowed down four times, on the production build.
 * `--json` prints one JSON object and nothing else on stdout; `--clicks 1000000` loads another number of clicks;
 * `--database postgresql://…` uses the clicks that are there; `--runs` says how often each is done, medians count.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    clicks: { type: 'string', default: '100000' },
    database: { type: 'string' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
})
const number = z.coerce.number().int().positive()
const runs = Array.from({ length: number.parse(values.runs) }, (_, run) => run)
const say = (line: string) => console.error(line)
const slowdown = 4

await build(say)
const shop = await openShop({ clicks: number.parse(values.clicks), database: values.database, say })
try {
  const report: BrowserReport = { slowdown, clicks: shop.clicks, tabs: [], actions: [] }
  for (const tab of tabs.filter(({ name }) => name.includes(values.only))) {
    const loads = []
    for (const _ of runs) loads.push(await loadTab({ shop, tab, slowdown }))
    report.tabs.push({ name: tab.name, ...medianLoad(loads) })
    say(`  ${tab.name}: ${JSON.stringify(report.tabs.at(-1))}`)
  }
  const chosen = actions.filter(({ name }) => name.includes(values.only))
  report.actions = await measureActions({ shop, actions: chosen, runs: runs.length, slowdown, say })
  console.log(values.json ? JSON.stringify(report) : toText(report))
} finally {
  await shop.leave()
}
