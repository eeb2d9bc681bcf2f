import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { loadProducts, loadProductsById, loadStoreFacts } from './load-table'
import { readSnapshot, writeSnapshot } from './snapshot'
import type { RoutingTable, StoreFacts, TableProduct } from './table'

type Table = { store: StoreFacts; products: Map<number, TableProduct> }

const channel = 'chatcart_routing'
const pollMs = 10_000
const queryTimeoutMs = 15_000
const retryMs = { first: 100, most: 2_000 }
const snapshotAfterMs = 500
const sweepMs = 3_600_000

/**
 * Keeps this process's routing table equal to the database. Triggers write each change into `routing_changes` and
 * notify; the feed listens on a connection of its own, and looks by itself now and then in case a notice was lost.
 */
export class RoutingFeed {
  private current: Table | null
  private client: Client | null = null
  private seen = '1:1:'
  private applying: Promise<void> = Promise.resolve()
  private nextLook: Promise<void> | null = null
  private saving: Promise<void> = Promise.resolve()
  private sweptAt = 0
  private wake: AbortController = new AbortController()
  private stopped = false
  private snapshotTimer: NodeJS.Timeout | null = null

  constructor(
    private readonly snapshotPath: string,
    private readonly report: (message: string, error?: unknown) => void,
  ) {
    this.current = readSnapshot(snapshotPath)
  }

  /** What redirects are decided from; null until the first successful load on this machine. */
  get table(): RoutingTable | null {
    return this.current
  }

  get connected(): boolean {
    return this.client !== null
  }

  /** Connects and follows the database until `stop`, reconnecting by itself. Resolves after the first full load. */
  start(databaseUrl: string): Promise<void> {
    return new Promise(loaded => void this.follow(databaseUrl, loaded))
  }

  /** Applies everything committed before the call. With the database away the table stays as it is. */
  async refresh(): Promise<void> {
    if (this.client) await this.apply(this.client)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.wake.abort()
    if (this.snapshotTimer) {
      clearTimeout(this.snapshotTimer)
      this.saveSnapshot()
    }
    await this.saving
  }

  private async follow(databaseUrl: string, loaded: () => void): Promise<void> {
    let wait = retryMs.first
    let away = false
    while (!this.stopped) {
      const client = new Client({
        connectionString: databaseUrl,
        connectionTimeoutMillis: 3_000,
        query_timeout: queryTimeoutMs,
        keepAlive: true,
        application_name: 'chatcart-routing',
      })
      const lost = new Promise<void>(resolve => client.once('end', resolve))
      client.on('error', () => {})
      try {
        await client.connect()
        client.on('notification', () => void this.apply(client).catch(() => client.end().catch(() => {})))
        await client.query(`LISTEN ${channel}`)
        await this.inOrder(() => this.loadAll(client))
        this.client = client
        if (away) this.report('The routing table follows the database again')
        wait = retryMs.first
        away = false
        loaded()
        await this.pollUntil(client, lost)
      } catch (error) {
        if (!away && !this.stopped)
          this.report('The routing table can’t follow the database; the last known one is used', error)
        away = true
      }
      this.client = null
      await client.end().catch(() => {})
      if (!this.stopped) await delay(wait)
      wait = Math.min(wait * 2, retryMs.most)
    }
  }

  private async pollUntil(client: Client, lost: Promise<void>): Promise<void> {
    let open = true
    void lost.then(() => {
      open = false
      this.wake.abort()
    })
    this.wake = new AbortController()
    while (open && !this.stopped) {
      await this.inOrder(() => this.sweep(client))
      await delay(pollMs, undefined, { signal: this.wake.signal, ref: false }).catch(() => {})
      if (open && !this.stopped) await this.apply(client)
    }
  }

  /** Looks for changes, after the look under way. Whoever asks before it begins shares it: notices come in swarms. */
  private apply(client: Client): Promise<void> {
    this.nextLook ??= this.inOrder(() => {
      this.nextLook = null
      return this.applyChanges(client)
    })
    return this.nextLook
  }

  /** Every feed has long seen them, or will read everything anew when it connects. */
  private async sweep(client: Client): Promise<void> {
    if (Date.now() - this.sweptAt < sweepMs) return
    this.sweptAt = Date.now()
    await client.query(`DELETE FROM routing_changes WHERE changed_at < now() - interval '1 day'`)
  }

  private inOrder(work: () => Promise<void>): Promise<void> {
    this.applying = this.applying.catch(() => {}).then(work)
    return this.applying
  }

  private async applyChanges(client: Client): Promise<void> {
    // One statement, one snapshot: exactly the changes this look sees and the last one could not.
    const { rows } = await client.query(
      `SELECT pg_current_snapshot()::text AS snapshot, array(
         SELECT DISTINCT payload FROM routing_changes
         WHERE xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
       ) AS payloads`,
      [this.seen],
    )
    const { snapshot, payloads } = changes.parse(rows[0])
    if (payloads.includes('products')) return this.loadAll(client)
    const ids = payloads.flatMap(payload =>
      payload.startsWith('products:') ? payload.slice(9).split(',').map(Number) : [],
    )
    if (ids.length > 0) await this.reloadProducts(client, ids)
    if (payloads.includes('store')) await this.reloadStore(client)
    this.seen = snapshot
    if (payloads.length > 0) this.snapshotSoon()
  }

  private async loadAll(client: Client): Promise<void> {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    try {
      const { rows } = await client.query(
        'SELECT pg_current_snapshot()::text AS snapshot, array[]::text[] AS payloads',
      )
      const store = await loadStoreFacts(client)
      const products = new Map<number, TableProduct>()
      for await (const page of loadProducts(client))
        for (const product of page) products.set(product.id, product)
      // On disk before it is used for the first time: from then on a process that is killed comes back with it.
      if (!this.current) await this.keep({ store, products })
      this.current = { store, products }
      this.seen = changes.parse(rows[0]).snapshot
    } finally {
      await client.query('COMMIT')
    }
    this.snapshotSoon()
  }

  private async reloadStore(client: Client): Promise<void> {
    const store = await loadStoreFacts(client)
    if (this.current) this.current = { store, products: this.current.products }
  }

  private async reloadProducts(client: Client, ids: number[]): Promise<void> {
    const fresh = await loadProductsById(client, ids)
    if (!this.current) return
    const { products } = this.current
    const changed = new Set(ids)
    for (const [id, product] of products) {
      if (changed.has(id) || (product.parentId !== null && changed.has(product.parentId))) products.delete(id)
    }
    for (const product of fresh) products.set(product.id, product)
    // Another object, as any change makes: what was kept for the table before counts no longer.
    this.current = { ...this.current, products }
  }

  private snapshotSoon(): void {
    this.snapshotTimer ??= setTimeout(() => this.saveSnapshot(), snapshotAfterMs)
  }

  /** One after the other: they share a file. */
  private saveSnapshot(): void {
    this.snapshotTimer = null
    this.saving = this.saving.then(() => (this.current ? this.keep(this.current) : undefined))
  }

  private keep(table: Table): Promise<void> {
    return writeSnapshot(this.snapshotPath, table).catch(error =>
      this.report('The last known routing table could not be kept on disk', error),
    )
  }
}

const changes = z.object({ snapshot: z.string(), payloads: z.array(z.string()) })
