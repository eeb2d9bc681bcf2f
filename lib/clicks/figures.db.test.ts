import { beforeAll, describe, expect, it } from 'vitest'
import { countClicks } from './count-clicks'
import { ask, asked, check, later, matching, periods, recordAll } from './figures.fixture'
import { parseClickFilters } from './filters'
import { listClicks } from './questions'

beforeAll(recordAll)

describe('every figure is what the clicks add up to', () => {
  it.each(periods)('%o', async ({ timeZone, from, to }) => {
    for (const params of asked) {
      const period = { ...params, from, to }
      check(await ask(period, timeZone, later(to)), period, timeZone)
    }
  })

  it('counts the rows of the table', async () => {
    for (const params of asked) {
      const { filters } = parseClickFilters({
        params: { ...params, range: 'all' },
        now: later('2026-11-20'),
        timeZone: 'UTC',
      })
      const { rows } = await listClicks({ filters, timeZone: 'UTC', cursor: null, limit: 10_000 })
      expect(rows.map(row => row.id).sort()).toEqual(
        matching(params)
          .map(click => click.id)
          .sort(),
      )
      expect(await countClicks({ filters, timeZone: 'UTC' })).toEqual({
        count: rows.length,
        exact: true,
        archived: 0,
      })
    }
  })
})
