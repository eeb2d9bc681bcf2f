import { createHash } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type NewOrder, newOrder } from './new-order'
import { OrderRefused, type PlacedOrder } from './save-order'

const suffix = '.order'
const maxOrders = 20_000
const rejected = '.rejected'
const unfinished = '.part'
const unfinishedForMs = 60_000

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
    if ((await this.list(suffix)).length >= maxOrders) throw new Error('The order spool is full')
    const path = this.pathOf(order.idempotencyKey)
    const temporary = `${path}.${order.id}${unfinished}`
    try {
      const file = await open(/* turbopackIgnore: true */ temporary, 'w', 0o600)
      try {
        await file.writeFile(JSON.stringify(order))
        await file.sync()
      } finally {
        await file.close()
      }
      // Not a rename: of two that come at once with one key, the first stands.
      await link(temporary, path)
    } catch (error) {
      const stands = hasCode(error, 'EEXIST') && (await this.find(order.idempotencyKey))
      if (!stands) throw error
      return { ...stands, created: false }
    } finally {
      await rm(temporary, { force: true })
    }
    return { reference: order.reference, url: order.messageUrl, created: true }
  }

  /** The waiting order with this key, if any. */
  async find(idempotencyKey: string): Promise<PlacedOrder | null> {
    const order = await this.read(this.pathOf(idempotencyKey))
    return order && { reference: order.reference, url: order.messageUrl }
  }

  /** Hands every waiting order to `save` and erases it; one the database refuses is set aside. Stops at the first that can't be saved now. */
  async replay(save: (order: NewOrder) => Promise<unknown>, now: number): Promise<void> {
    for (const name of await this.list(suffix)) {
      const path = join(this.directory, name)
      const order = await this.read(path)
      if (order) await this.replayOne(path, () => save(order))
    }
    await this.eraseUnfinished(now)
  }

  private async replayOne(path: string, save: () => Promise<unknown>): Promise<void> {
    try {
      await save()
    } catch (error) {
      if (!(error instanceof OrderRefused)) throw error
      await this.setAside(path, 'was refused by the database')
    }
    await rm(path, { force: true })
  }

  /** What a killed process had not finished writing: its shopper was never answered, and it holds personal data. */
  private async eraseUnfinished(now: number): Promise<void> {
    for (const name of await this.list(unfinished)) {
      const path = join(this.directory, name)
      const written = await stat(path).catch(() => null)
      if (written && now - written.mtimeMs > unfinishedForMs) await rm(path, { force: true })
    }
  }

  private async setAside(path: string, why: string): Promise<void> {
    await rename(path, `${path}${rejected}`)
    this.report(`A waiting order ${why}; it is kept as ${path}${rejected}`)
  }

  private async read(path: string): Promise<NewOrder | null> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      // Gone: another process of this shop replayed it.
      if (hasCode(error, 'ENOENT')) return null
      throw error
    }
    const result = newOrder.safeParse(parseOrNull(text))
    if (result.success) return result.data
    await this.setAside(path, 'could not be read')
    return null
  }

  private async list(ending: string): Promise<string[]> {
    try {
      return (await readdir(this.directory)).filter(name => name.endsWith(ending)).sort()
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return []
      throw error
    }
  }

  private pathOf(idempotencyKey: string): string {
    return join(this.directory, createHash('sha256').update(idempotencyKey).digest('hex') + suffix)
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
