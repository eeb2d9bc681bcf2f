import { setTimeout as delay } from 'node:timers/promises'
import { uuidv7 } from '../uuid'
import type { Click } from './click'
import { encodeClick } from './click-line'
import { ClicksRefused, type Gap as StoredGap } from './insert-clicks'
import { type Spool, SpoolRefused } from './spool'

type Entry = { line: string; answered: () => void }
type Gap = StoredGap & { sealed: boolean }

export type RecorderPorts = {
  spool: Spool
  /** Stores clicks given as lines, idempotent by id; rejects when the database can't be reached or refuses. */
  insert: (lines: Buffer) => Promise<void>
  insertUnrecorded: (gap: StoredGap) => Promise<void>
  now: () => number
  report: (message: string, error?: unknown) => void
}

const unspooledBatch = 1_000
const gatherMs = 25
const retryMs = { first: 200, most: 2_000 }
const maxUnspooled = 5_000
const unspooledWaitMs = 1_000

/**
 * Records clicks, one path always: into the spool (one write per event-loop turn), then the shopper is answered, then
 * in batches into the database, and out of the spool. Where the spool refuses, the shopper waits for the database, at
 * most a second; where both refuse, the click is counted as unrecorded and the shopper goes on.
 */
export class ClickRecorder {
  private turn: Entry[] = []
  private unspooled: Entry[] = []
  private readonly gaps: Gap[] = []
  private draining: Promise<void> | null = null
  private ready = false
  private stopped = false
  private databaseAway = true
  private spoolAway = false
  private nearBound = false
  /** Clicks this process could not record since it started. */
  unrecordedTotal = 0

  constructor(private readonly ports: RecorderPorts) {}

  /** Unrecorded clicks that the database has not been told of yet. */
  get unrecordedPending(): number {
    return this.gaps.reduce((sum, gap) => sum + gap.count, 0)
  }

  /** Clicks not in the database yet. */
  get pending(): number {
    return this.turn.length + this.unspooled.length + this.ports.spool.pending
  }

  get databaseIsAway(): boolean {
    return this.databaseAway
  }

  /** Takes one click; `answered` is called as soon as the shopper may be answered, exactly once. */
  record(click: Click, answered: () => void): void {
    if (this.turn.push({ line: encodeClick(click), answered }) === 1) setImmediate(this.endTurn)
  }

  /** The database is migrated and may be written to; called again, it looks for work (adopted files). */
  start(): void {
    if (!this.ready) this.databaseAway = false
    this.ready = true
    this.drainSoon(0)
  }

  /** Writes down what is left, within `deadlineMs`; what the database does not take stays in the spool. */
  async stop(deadlineMs: number): Promise<void> {
    this.endTurn()
    const late = delay(deadlineMs, 'late', { ref: false })
    while (this.ready && !this.databaseAway && this.pending + this.unrecordedPending > 0) {
      this.drainSoon(0)
      if ((await Promise.race([this.draining, late])) === 'late') break
    }
    this.stopped = true
    this.giveUp(this.unspooled.splice(0))
    if (this.unrecordedPending > 0)
      this.ports.report(
        `Stopped before the database could be told of ${this.unrecordedPending} unrecorded clicks`,
      )
    this.ports.spool.close()
  }

  private readonly endTurn = (): void => {
    const entries = this.turn
    if (entries.length === 0) return
    this.turn = []
    try {
      this.ports.spool.append(entries.map(entry => entry.line))
      this.reportSpool(null)
      this.answer(entries)
    } catch (error) {
      if (!(error instanceof SpoolRefused)) throw error
      this.reportSpool(error)
      this.withoutSpool(entries)
    }
    this.drainSoon(gatherMs)
  }

  private withoutSpool(entries: Entry[]): void {
    const room = this.databaseAway || this.stopped ? 0 : maxUnspooled - this.unspooled.length
    this.giveUp(entries.splice(room))
    for (const { line, answered } of entries) {
      const entry = { line, answered: onlyOnce(answered) }
      setTimeout(() => this.answer([entry]), unspooledWaitMs).unref()
      this.unspooled.push(entry)
    }
  }

  /** One shopper whose connection broke must not keep the others from their answers. */
  private answer(entries: readonly Entry[]): void {
    for (const { answered } of entries) {
      try {
        answered()
      } catch (error) {
        this.ports.report('An answer could not be sent', error)
      }
    }
  }

  /** Both the database and the disk refused: the shopper goes on, the click is reported. */
  private giveUp(entries: readonly Entry[]): void {
    this.countUnrecorded(entries.length)
    this.answer(entries)
  }

  private countUnrecorded(count: number): void {
    if (count === 0) return
    const now = this.ports.now()
    let gap = this.gaps.at(-1)
    if (!gap || gap.sealed) {
      gap = { id: uuidv7(now), count: 0, firstAt: now, lastAt: now, sealed: false }
      this.gaps.push(gap)
      this.ports.report('Clicks can’t be recorded: both the database and the spool refuse them')
    }
    gap.count += count
    gap.lastAt = now
    this.unrecordedTotal += count
  }

  private drainSoon(ms: number): void {
    if (!this.ready || this.stopped || this.draining) return
    this.draining = delay(ms)
      .then(() => this.drainWithRetries())
      .finally(() => {
        this.draining = null
        if (this.pending > 0) this.drainSoon(gatherMs)
      })
  }

  private async drainWithRetries(): Promise<void> {
    for (let wait = retryMs.first; !this.stopped; wait = Math.min(wait * 2, retryMs.most)) {
      try {
        await this.drain()
        return
      } catch (error) {
        if (!this.databaseAway) this.ports.report('The database is away; clicks wait in the spool', error)
        this.databaseAway = true
        this.answer(this.unspooled)
        this.ports.spool.beat(this.ports.now())
        await delay(wait)
      }
    }
  }

  /** By turns what is in memory only and what is in the spool: neither may starve the other. */
  private async drain(): Promise<void> {
    for (;;) {
      const waiting = this.unspooled.slice(0, unspooledBatch)
      if (waiting.length > 0) {
        const refused = await this.store(Buffer.from(waiting.map(entry => entry.line).join('')))
        this.unspooled.splice(0, waiting.length)
        this.countUnrecorded(refused)
        this.answer(waiting)
      }
      const batch = this.ports.spool.next()
      if (batch) {
        const refused = await this.store(batch.lines)
        this.ports.spool.commit(batch)
        this.countUnrecorded(refused)
      }
      if (waiting.length === 0 && !batch) break
    }
    await this.storeGaps()
  }

  /** How many the database refused for good. A row it will never take must not hold up the others. */
  private async store(lines: Buffer): Promise<number> {
    try {
      await this.ports.insert(lines)
      this.databaseAnswered()
      return 0
    } catch (error) {
      if (!(error instanceof ClicksRefused)) throw error
      if (lines.indexOf('\n') === lines.length - 1) {
        this.ports.report('The database refused a click for good', error)
        return 1
      }
    }
    const before = lines.lastIndexOf('\n', lines.length >> 1)
    const middle = (before < 0 ? lines.indexOf('\n') : before) + 1
    return (await this.store(lines.subarray(0, middle))) + (await this.store(lines.subarray(middle)))
  }

  private async storeGaps(): Promise<void> {
    for (let gap = this.gaps[0]; gap; gap = this.gaps[0]) {
      // Sealed: once sent it may be stored even if the answer is lost, so it must not grow any more.
      gap.sealed = true
      await this.ports.insertUnrecorded(gap)
      this.gaps.shift()
      this.databaseAnswered()
    }
  }

  private databaseAnswered(): void {
    if (this.databaseAway) this.ports.report('The database is back; clicks are stored again')
    this.databaseAway = false
  }

  private reportSpool(error: SpoolRefused | null): void {
    if (error && !this.spoolAway) this.ports.report('The click spool refuses clicks', error)
    if (!error && this.spoolAway) this.ports.report('The click spool takes clicks again')
    this.spoolAway = error !== null
    const near = this.ports.spool.bytes > this.ports.spool.maxBytes * 0.8
    if (near && !this.nearBound) this.ports.report('The click spool is more than 80 % full')
    this.nearBound = near
  }
}

function onlyOnce(callback: () => void): () => void {
  let called = false
  return () => {
    if (called) return
    called = true
    callback()
  }
}
