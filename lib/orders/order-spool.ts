import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type NewOrder, newOrder } from './new-order'
import type { PlacedOrder } from './save-order'

const suffix = '.order'
const maxOrders = 20_000
const rejected = '.rejected'

/**
 * Orders taken while the database is away: a file each (mode 600, they hold personal data), named by the hash of the
 * idempotency key, erased once the database has the order.
 */
export class OrderSpool {
  constructor(
    private readonly directory: string,
    private readonly report: (message: string, error?: unknown) => void,
  ) {}

  /** Keeps the order safely on disk; `created` false: an order with this key waits already and stands. */
  async add(order: NewOrder): Promise<PlacedOrder & { created: boolean }> {
    const earlier = await this.find(order.idempotencyKey)
    if (earlier) return { ...earlier, created: false }
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
    if ((await this.files()).length >= maxOrders) throw new Error('The order spool is full')
    const path = this.pathOf(order.idempotencyKey)
    const temporary = `${path}.${process.pid}.${order.id}`
    try {
      const file = await open(/* turbopackIgnore: true */ temporary, 'w', 0o600)
      try {
        await file.writeFile(JSON.stringify(order))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    return { reference: order.reference, url: order.messageUrl, created: true }
  }

  /** The waiting order with this key, if any. */
  async find(idempotencyKey: string): Promise<PlacedOrder | null> {
    const order = await this.read(this.pathOf(idempotencyKey))
    return order && { reference: order.reference, url: order.messageUrl }
  }

  /** Hands every waiting order to `save` and erases it. Stops at the first that can't be saved now. */
  async replay(save: (order: NewOrder) => Promise<unknown>): Promise<void> {
    for (const name of await this.files()) {
      const path = join(this.directory, name)
      const order = await this.read(path)
      if (order) {
        await save(order)
        await rm(path, { force: true })
      }
    }
  }

  private async read(path: string): Promise<NewOrder | null> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      // Gone: another process of this shop replayed it.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
    const result = newOrder.safeParse(parseOrNull(text))
    if (result.success) return result.data
    await rename(path, `${path}${rejected}`)
    this.report(`A waiting order could not be read; it is kept as ${path}${rejected}`)
    return null
  }

  private async files(): Promise<string[]> {
    try {
      return (await readdir(this.directory)).filter(name => name.endsWith(suffix)).sort()
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  }

  private pathOf(idempotencyKey: string): string {
    return join(this.directory, createHash('sha256').update(idempotencyKey).digest('hex') + suffix)
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
