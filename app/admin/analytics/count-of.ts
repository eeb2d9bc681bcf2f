import { cache } from 'react'
import { countClicks } from '@/lib/clicks/count-clicks'
import type { ClickFilters } from '@/lib/clicks/filters'

/** Asked once per request, however many parts of the screen tell of it: they share the filters they were given. */
export const countOf = cache((filters: ClickFilters, timeZone: string) => countClicks({ filters, timeZone }))
