import { readFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import type { RoutingTable, StoreFacts, TableNumber, TableProduct, TableRule } from './table'

/** Version 1 knew a number's id and digits only: such a snapshot still answers, with every number open. */
const number = z.object({
  id: z.number(),
  digits: z.string(),
  paused: z.boolean().default(false),
  hours: z.array(z.number()).nullable().default(null),
  timeZone: z.string().default('UTC'),
  backupId: z.number().nullable().default(null),
})

const head = z.object({
  version: z.literal([1, 2]),
  products: z.number(),
  store: z.object({
    storeName: z.string(),
    currency: z.string(),
    locale: z.string(),
    templates: z.object({
      product: z.string(),
      cart: z.string(),
      checkout: z.string(),
      floating: z.string(),
    }),
    defaultNumber: number.nullable(),
    numbers: z.array(number).default([]),
    /** By category, each with its rule and the rule's own category. */
    rules: z.array(
      z.tuple([z.number(), z.object({ id: z.number(), categoryId: z.number().optional(), number })]),
    ),
  }),
})

const linesPerTurn = 1_000

/**
 * Keeps the last known routing table on disk, so that a process that starts while the database is away still answers.
 * A head line with the store, then a line per product; written beside and renamed, never half there.
 */
export async function writeSnapshot(path: string, { store, products }: RoutingTable): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${process.pid}`
  const file = await open(/* turbopackIgnore: true */ temporary, 'w', 0o600)
  try {
    const all = [...products.values()]
    const first: z.input<typeof head> = {
      version: 2,
      products: all.length,
      store: toPlain(store),
    }
    await file.write(`${JSON.stringify(first)}\n`)
    for (let i = 0; i < all.length; i += linesPerTurn) {
      const lines = all.slice(i, i + linesPerTurn).map(product => `${JSON.stringify(product)}\n`)
      await file.write(lines.join(''))
      await turn()
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

/** The table as last written; null when there is none or it can't be read. Synchronous: nothing can be answered before. */
export function readSnapshot(
  path: string,
): { store: StoreFacts; products: Map<number, TableProduct> } | null {
  try {
    const [first = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
    const { store, products } = head.parse(JSON.parse(first))
    if (lines.length !== products) return null
    // Our own file, whole (the count fits, the rename was atomic): its product lines are not checked one by one.
    const rows: TableProduct[] = lines.map(line => JSON.parse(line))
    return {
      store: fromPlain(store),
      products: new Map(rows.map(row => [row.id, row])),
    }
  } catch {
    return null
  }
}

type PlainStore = z.output<typeof head>['store']

function toPlain(store: StoreFacts): z.input<typeof head>['store'] {
  return {
    ...store,
    templates: { ...store.templates },
    defaultNumber: store.defaultNumber && plainNumber(store.defaultNumber),
    numbers: [...store.numbers.values()].map(plainNumber),
    rules: [...store.rules].map(([at, rule]) => [at, { ...rule, number: plainNumber(rule.number) }]),
  }
}

function plainNumber(one: TableNumber): z.output<typeof number> {
  return { ...one, hours: one.hours && [...one.hours] }
}

function fromPlain(store: PlainStore): StoreFacts {
  return {
    ...store,
    numbers: new Map(store.numbers.map(one => [one.id, one])),
    rules: new Map(
      store.rules.map(([at, { categoryId = at, ...rule }]): [number, TableRule] => [
        at,
        { ...rule, categoryId },
      ]),
    ),
  }
}
