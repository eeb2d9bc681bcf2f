import { db } from '../db'
import { getRetention, runRetention } from './retention'

const LOOK_EVERY_MS = 60_000
const DAY = 24 * 60 * 60_000

/** Runs are at most a day apart; one further off was set while a clock was wrong. Null: never. */
export function isDue(nextRunAt: Date | null, now: number): boolean {
  if (nextRunAt === null) return false
  const wait = nextRunAt.getTime() - now
  return wait <= 0 || wait > DAY
}

/** Runs the retention when it is due, in whichever process looks first. Nobody waits for it. */
export class RetentionJob {
  private readonly stopping = new AbortController()
  private running = false
  private lookedAt = 0

  constructor(
    private readonly now: () => number,
    private readonly report: (message: string, error?: unknown) => void,
  ) {}

  /** To be called now and then; looks once a minute at most. */
  look(): void {
    if (Math.abs(this.now() - this.lookedAt) >= LOOK_EVERY_MS) this.lookNow()
  }

  lookNow(): void {
    if (this.running || this.stopping.signal.aborted) return
    this.lookedAt = this.now()
    this.running = true
    void this.runIfDue()
      .catch(error => this.report('Old clicks could not be archived; the next look tries again', error))
      .finally(() => {
        this.running = false
      })
  }

  /** The batch under way is the last. */
  stop(): void {
    this.stopping.abort()
  }

  private async runIfDue(): Promise<void> {
    const { nextRunAt } = await getRetention()
    if (!isDue(nextRunAt, this.now())) return
    const { timeZone } = await db().settings.findUniqueOrThrow({
      where: { id: 1 },
      select: { timeZone: true },
    })
    await runRetention({ now: () => new Date(this.now()), timeZone, signal: this.stopping.signal })
  }
}
