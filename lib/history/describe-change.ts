import { z } from 'zod'
import type { ChangeAction } from '../generated/prisma/enums'
import { isolate } from '../isolate'
import { weeklyHours } from '../routing/hours'
import { hoursInWords } from '../routing/hours-in-words'
import { formatNumber } from '../whatsapp/number'

/** One fact of a change, in words; null where there was none. */
export type FactChange = { name: string; before: string | null; after: string | null }

const number = z
  .object({ label: z.string(), digits: z.string() })
  .transform(({ label, digits }) =>
    label ? `${isolate(label)} (${formatNumber(digits)})` : formatNumber(digits),
  )
const category = z.object({ path: z.array(z.string()) }).transform(({ path }) => path.join(' › '))
const categories = z
  .array(z.object({ name: z.string() }))
  .transform(list => list.map(({ name }) => isolate(name)).join(', '))
const text = z.string()
const digits = z.string().transform(formatNumber)
const yesNo = z.boolean().transform(value => (value ? 'yes' : 'no'))

type Fact = { name: string; read: z.ZodType<string>; none?: string }

/** The facts that the history's triggers write, in the order in which they are told. `none`: what its absence means. */
const facts: Record<string, Fact> = {
  category: { name: 'Category', read: category },
  name: { name: 'Name', read: text },
  parent: { name: 'Inside', read: category, none: 'top level' },
  categories: { name: 'Categories, in order', read: categories },
  number: { name: 'Number', read: number },
  digits: { name: 'Phone number', read: digits },
  label: { name: 'Label', read: text },
  coversSubcategories: { name: 'Covers subcategories', read: yesNo },
  paused: { name: 'Paused', read: yesNo },
  backup: { name: 'Backup', read: number },
  hours: { name: 'Opening hours', read: weeklyHours.transform(hoursInWords), none: hoursInWords(null) },
  storeName: { name: 'Shop name', read: text },
  defaultNumber: { name: 'Default number', read: number },
  currency: { name: 'Currency', read: text },
  locale: { name: 'Language and region', read: text },
  timeZone: { name: 'Time zone', read: text, none: 'the shop’s' },
  demoStore: { name: 'Demo store shown', read: yesNo },
  productTemplate: { name: 'Message of a product page', read: text },
  cartTemplate: { name: 'Message of a cart', read: text },
  checkoutTemplate: { name: 'Message of a checkout', read: text },
  floatingTemplate: { name: 'Message of the floating button', read: text },
}

const stored = z.record(z.string(), z.unknown()).nullable().catch(null)

type StoredChange = { before: unknown; after: unknown; action: ChangeAction }

/**
 * A row of the history as facts in words, each as it was and as it became. What goes without saying is left out: "paused"
 * beside an action of that name, and what something new or gone does not have.
 */
export function describeChange({ before, after, action }: StoredChange): FactChange[] {
  const was = stored.parse(before)
  const is = stored.parse(after)
  return Object.entries(facts).flatMap(([key, fact]): FactChange[] => {
    if (!(key in (was ?? {})) && !(key in (is ?? {}))) return []
    if (key === 'paused' && (action === 'paused' || action === 'resumed')) return []
    const whole = was === null || is === null
    if (whole && isPlain((was ?? is)?.[key])) return []
    return [{ name: fact.name, before: was && tell(fact, was[key]), after: is && tell(fact, is[key]) }]
  })
}

function isPlain(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false
}

/** Facts of another version that can't be read any more are at least shown. */
function tell({ read, none = 'none' }: Fact, value: unknown): string {
  if (value === null || value === undefined) return none
  const told = read.safeParse(value)
  return told.success ? told.data || none : JSON.stringify(value)
}
