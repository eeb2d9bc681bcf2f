'use server'

import { z } from 'zod'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import type { Option } from '@/components/ui/combobox-filter'
import { listCategoryChoices } from '@/lib/catalog/categories'
import { searchProducts } from '@/lib/catalog/search-products'
import { parseClickFilters } from '@/lib/clicks/filters'
import { countNewClicks } from '@/lib/clicks/questions'
import { findClick } from '@/lib/clicks/trace'
import { endsWithOption } from '@/lib/whatsapp/ends-with-option'
import { buildTraceView, type TraceView } from './trace-view'

/** How many clicks the view behind this query string has got since its newest one; 100 means "100 or more". */
export async function countNewClicksAction(query: string): Promise<number> {
  await requireUser()
  const { timeZone } = await currentSettings()
  const params = Object.fromEntries(new URLSearchParams(z.string().max(4_000).parse(query)))
  const { filters, cursor } = parseClickFilters({ params, now: new Date(), timeZone })
  return countNewClicks({ filters, timeZone, newest: cursor, limit: 100 })
}

/** Products for the filter by what was typed: an id, or words of name or SKU. */
export async function findProductOptions(text: string): Promise<Option[]> {
  await requireUser()
  const found = await searchProducts({ text: z.string().max(200).parse(text).toWellFormed(), limit: 8 })
  return found.map(({ id, name, variation }) => ({
    value: String(id),
    label: variation && !endsWithOption(name, variation) ? `${name}, ${variation}` : name,
    hint: String(id),
  }))
}

/** Every category by its path, for the filter. */
export async function listCategoryOptions(): Promise<Option[]> {
  await requireUser()
  return (await listCategoryChoices()).map(({ id, path }) => ({ value: String(id), label: path.join(' › ') }))
}

/** One click in words; null where no such click is kept. */
export async function readTrace(id: string): Promise<TraceView | null> {
  await requireUser()
  const [trace, settings] = await Promise.all([findClick(z.string().parse(id)), currentSettings()])
  return trace && buildTraceView(trace, settings)
}
