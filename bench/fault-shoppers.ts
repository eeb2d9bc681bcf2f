import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { z } from 'zod'
import { shopper } from './shoppers'

/** One in this many shoppers sends an order from the checkout. */
const orderEvery = 20
/** A shopper who has waited this long has given up. */
const patienceMs = 10_000
/** Ids that no catalogue has: each tap is of a product of its own, so that its row can be told from all others. */
const firstId = 900_000_000_000

const lateAnswer = `no answer within ${patienceMs / 1000} s`

type Mishap = { from: number; to: number; what: string }

/** What shoppers remember of a stretch of time; `answered` are the ids of taps and orders that were sent on to WhatsApp. */
export type Memory = {
  taps: number[]
  orders: number[]
  mishaps: Mishap[]
  slowestMs: number
}

/** Shoppers who keep tapping, at a constant rate over several connections, and remember every answer. */
export class Shoppers {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 })
  private readonly under = new Set<Promise<void>>()
  private readonly memory: Memory = { taps: [], orders: [], mishaps: [], slowestMs: 0 }
  private running = true
  private readonly done: Promise<void>

  /** @param port is asked for each tap: two instances take turns */
  constructor(
    private readonly port: () => number,
    perSecond: number,
  ) {
    this.done = this.keepTapping(perSecond)
  }

  async stop(): Promise<Memory> {
    this.running = false
    await this.done
    await Promise.all(this.under)
    this.agent.destroy()
    return this.memory
  }

  private async keepTapping(perSecond: number): Promise<void> {
    const start = performance.now()
    for (let sent = 0; this.running; sent++) {
      const due = start + (sent * 1000) / perSecond
      if (due > performance.now()) await delay(due - performance.now())
      const tapping = this.tap(nextId++).finally(() => this.under.delete(tapping))
      this.under.add(tapping)
    }
  }

  private async tap(id: number): Promise<void> {
    const ordering = id % orderEvery === 0
    const from = performance.now()
    let { status, what, reused } = await this.send(id, ordering)
    // The server may close an idle connection just as it is used again: like every browser, ask once more on a new one.
    if (reused && what === 'ECONNRESET') ({ status, what } = await this.send(id, ordering))
    const to = performance.now()
    if (status === (ordering ? 201 : 302)) {
      if (ordering) this.memory.orders.push(id)
      else this.memory.taps.push(id)
      this.memory.slowestMs = Math.max(this.memory.slowestMs, to - from)
    } else if (what !== 'ECONNREFUSED') {
      this.memory.mishaps.push({ from, to, what: what || `status ${status}` })
    }
  }

  private send(id: number, ordering: boolean): Promise<{ status: number; what: string; reused: boolean }> {
    const { userAgent, address } = shopper(id % 2 ** 24)
    const body = ordering
      ? JSON.stringify({
          items: [{ id, qty: 1 }],
          customer: { name: 'Ana', phone: '+44 20 7946 0000', email: '', address: '' },
          note: '',
          idempotencyKey: `fault-${id}`,
        })
      : ''
    return new Promise(resolve => {
      const asking = request(
        {
          port: this.port(),
          host: '127.0.0.1',
          agent: this.agent,
          method: ordering ? 'POST' : 'GET',
          path: ordering ? '/go/checkout' : `/go/product/${id}`,
          timeout: patienceMs,
          headers: {
            'User-Agent': userAgent,
            'X-Forwarded-For': address,
            ...(ordering
              ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
              : {}),
          },
        },
        response => {
          response.resume()
          response.on('end', () => resolve({ status: response.statusCode ?? 0, what: '', reused: false }))
          response.on('error', error => resolve({ status: 0, what: error.message, reused: false }))
        },
      )
      asking.on('timeout', () => asking.destroy(new Error(lateAnswer)))
      asking.on('error', error =>
        resolve({
          status: 0,
          what: 'code' in error ? String(error.code) : error.message,
          reused: asking.reusedSocket,
        }),
      )
      asking.end(body)
    })
  }
}

let nextId = firstId

/** What went wrong while a process was up. A process that is killed breaks the connections open to it. */
export function errorsWhileUp(
  mishaps: readonly Mishap[],
  kills: readonly { from: number; to: number }[],
): Mishap[] {
  return mishaps.filter(
    mishap =>
      isAnswer(mishap) || !kills.some(kill => kill.from <= mishap.to + 50 && kill.to >= mishap.from - 50),
  )
}

const isAnswer = ({ what }: Mishap) => what.startsWith('status') || what === lateAnswer

const found = z.object({ id: z.coerce.number(), rows: z.coerce.number() })

/** How many rows the database has for each id. */
export async function findRows(
  pool: Pool,
): Promise<{ clicks: Map<number, number>; orders: Map<number, number> }> {
  const clicks = await pool.query(
    'SELECT product_id AS id, count(*) AS rows FROM click_events WHERE product_id >= $1 GROUP BY 1',
    [firstId],
  )
  const orders = await pool.query(
    "SELECT substr(split_part(idempotency_key, ' ', 1), 7) AS id, count(*) AS rows FROM orders WHERE idempotency_key LIKE 'fault-%' GROUP BY 1",
  )
  const toMap = (rows: unknown[]) =>
    new Map(
      z
        .array(found)
        .parse(rows)
        .map(({ id, rows }): [number, number] => [id, rows]),
    )
  return { clicks: toMap(clicks.rows), orders: toMap(orders.rows) }
}
