import { readFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import type { RoutingTable, StoreFacts, TableProduct } from './table'

const destination = z.object({ id: z.number(), digits: z.string() })

const head = z.object({
  version: z.literal(1),
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
    defaultNumber: destination.nullable(),
    rules: z.array(z.tuple([z.number(), z.object({ id: z.number(), number: destination })])),
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
      version: 1,
      products: all.length,
      store: { ...store, templates: { ...store.templates }, rules: [...store.rules] },
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
      store: { ...store, rules: new Map(store.rules) },
      products: new Map(rows.map(row => [row.id, row])),
    }
  } catch {
    return null
  }
}
