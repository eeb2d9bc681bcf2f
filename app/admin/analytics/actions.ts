'use server'

import { z } from 'zod'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { parseClickFilters } from '@/lib/clicks/filters'
import { countNewClicks } from '@/lib/clicks/questions'

/** How many clicks the view behind this query string has got since its newest one; 100 means "100 or more". */
export async function countNewClicksAction(query: string): Promise<number> {
  await requireUser()
  const { timeZone } = await currentSettings()
  const params = Object.fromEntries(new URLSearchParams(z.string().max(4_000).parse(query)))
  const { filters, cursor } = parseClickFilters({ params, now: new Date(), timeZone })
  return countNewClicks({ filters, timeZone, newest: cursor, limit: 100 })
}
