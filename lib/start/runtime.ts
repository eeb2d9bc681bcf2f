import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { insertClicks, insertUnrecorded } from '../clicks/insert-clicks'
import { ClickRecorder } from '../clicks/recorder'
import { RetentionJob } from '../clicks/retention-job'
import { Spool } from '../clicks/spool'
import { VisitClassifier } from '../clicks/visit'
import { soon } from '../database/soon'
import { report } from '../log'
import { answerCheckout, type CheckoutRequest } from '../orders/checkout'
import type { NewOrder } from '../orders/new-order'
import { OrderSpool } from '../orders/order-spool'
import { findPlacedOrder, saveOrder } from '../orders/save-order'
import { parseTrustedProxies, type TrustedProxies } from '../redirect/address'
import { type Answer, answer, methodAnswer, preflightAnswer, type RedirectRequest } from '../redirect/answer'
import { isCheckout } from '../redirect/target'
import { RoutingFeed } from '../routing/feed'

const ordersAMinute = 30
const databaseAnswersMs = 1_500
const housekeepingMs = 5_000
const stopWithinMs = 8_000

/** What lives as long as the process: the routing table, the click recorder, the order spool, who came lately. */
export class Runtime {
  readonly trusted: TrustedProxies
  private readonly feed: RoutingFeed
  private readonly spool: Spool
  private readonly recorder: ClickRecorder
  private readonly orders: OrderSpool
  private readonly retention = new RetentionJob(Date.now, report)
  private readonly visits = new VisitClassifier()
  private readonly limiter = new RateLimiterMemory({ points: ordersAMinute, duration: 60 })
  private housekeeping: NodeJS.Timeout | null = null
  private attached = false

  /** Reads the last known routing table; redirects are answered from then on, clicks go to the spool. */
  constructor(options: {
    dataDir: string
    databaseUrl: string | undefined
    spoolMaxMb: number
    trustProxy: string[]
  }) {
    // The comments tell Next.js's bundler that these paths are data, not files of the project to ship.
    const directory = join(/* turbopackIgnore: true */ options.dataDir, storeKey(options.databaseUrl))
    this.trusted = parseTrustedProxies(options.trustProxy)
    this.feed = new RoutingFeed(join(directory, 'routing-table.ndjson'), report)
    this.spool = new Spool(join(directory, 'clicks'), options.spoolMaxMb * 1024 * 1024, report)
    this.orders = new OrderSpool(join(directory, 'orders'), report)
    this.recorder = new ClickRecorder({
      spool: this.spool,
      insert: insertClicks,
      insertUnrecorded,
      now: Date.now,
      report,
    })
  }

  /** The database is there and migrated: follow it, and bring it what waits. Resolves once the table is loaded. */
  async attach(databaseUrl: string): Promise<void> {
    if (this.attached) return
    this.attached = true
    const loaded = this.feed.start(databaseUrl)
    const housekeep = () => {
      this.spool.adopt(Date.now())
      this.recorder.start()
      void this.replayOrders()
      this.retention.look()
    }
    housekeep()
    this.housekeeping = setInterval(housekeep, housekeepingMs)
    await loaded
    void this.replayOrders()
  }

  /** Answers any request to `/go…`; `respond` is called once the click is safe. `readBody` gives null for one too large. */
  handle(
    request: RedirectRequest,
    readBody: () => Promise<Buffer | null>,
    respond: (answer: Answer) => void,
  ): void {
    if (request.method === 'POST' && isCheckout(request.url)) {
      void readBody()
        .then(body => this.checkout({ ...request, body }))
        .then(respond, error => {
          report('A checkout could not be read', error)
          this.redirect(request, respond)
        })
        .catch(error => report('An answer could not be sent', error))
    } else if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'POST') {
      this.redirect(request, respond)
    } else {
      respond(request.method === 'OPTIONS' ? preflightAnswer : methodAnswer)
    }
  }

  private redirect(request: RedirectRequest, respond: (answer: Answer) => void): void {
    const result = answer(request, { table: this.feed.table, visits: this.visits, now: Date.now() })
    if (result.click) this.recorder.record(result.click, () => respond(result))
    else respond(result)
  }

  private async checkout(request: CheckoutRequest): Promise<Answer> {
    const result = await answerCheckout(request, {
      table: this.feed.table,
      visits: this.visits,
      now: Date.now(),
      limiter: this.limiter,
      find: key => this.findOrder(key),
      save: order => this.saveOrder(order),
      report,
    })
    const { click } = result
    if (click) await new Promise<void>(answered => this.recorder.record(click, answered))
    return result
  }

  /** What shoppers are answered from; null until it was loaded once. */
  get table() {
    return this.feed.table
  }

  refreshRoutingTable(): Promise<void> {
    return this.feed.refresh()
  }

  health() {
    return {
      status: this.feed.table ? ('ok' as const) : ('starting' as const),
      database: this.feed.connected && !this.recorder.databaseIsAway ? ('up' as const) : ('away' as const),
      products: this.feed.table?.products.size ?? 0,
      clicks: {
        pending: this.recorder.pending,
        unrecorded: this.recorder.unrecordedTotal,
        spoolBytes: this.spool.bytes,
        spoolMaxBytes: this.spool.maxBytes,
      },
    }
  }

  /** Unrecorded clicks of this process that the database does not know of yet. */
  get unrecordedHere(): number {
    return this.recorder.unrecordedPending
  }

  wakeRetention(): void {
    this.retention.lookNow()
  }

  async stop(): Promise<void> {
    if (this.housekeeping) clearInterval(this.housekeeping)
    this.retention.stop()
    await this.recorder.stop(stopWithinMs)
    await this.feed.stop()
  }

  private async findOrder(key: string) {
    const waiting = await this.orders.find(key)
    if (waiting || this.databaseAway) return waiting
    // A database that can't say leaves it to the unique key: the order is saved once all the same.
    return soon(findPlacedOrder(key), databaseAnswersMs).catch(() => null)
  }

  private async saveOrder(order: NewOrder) {
    if (!this.databaseAway) {
      try {
        return await soon(saveOrder(order), databaseAnswersMs)
      } catch (error) {
        report('The database did not take an order; it waits on disk', error)
      }
    }
    const placed = await this.orders.add(order)
    void this.replayOrders()
    return placed
  }

  private async replayOrders(): Promise<void> {
    if (this.databaseAway) return
    await this.orders
      .replay(saveOrder, Date.now())
      .catch(error => report('Waiting orders could not be saved yet', error))
  }

  private get databaseAway(): boolean {
    return !this.attached || this.recorder.databaseIsAway || !this.feed.connected
  }
}

/** Each database its own folder: a shop's spool and table never reach another shop's database. */
function storeKey(databaseUrl: string | undefined): string {
  if (!databaseUrl) return 'store-embedded'
  const { hostname, port, pathname } = new URL(databaseUrl)
  return `store-${createHash('sha256')
    .update(`${hostname}:${port || 5432}${pathname}`)
    .digest('hex')
    .slice(0, 12)}`
}
