import { db } from '../db'
import { getRetention, runRetention } from './retention'

const LOOK_EVERY_MS = 60_000

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
    if (this.now() - this.lookedAt >= LOOK_EVERY_MS) this.lookNow()
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
    if (nextRunAt === null || nextRunAt.getTime() > this.now()) return
    const { timeZone } = await db().settings.findUniqueOrThrow({
      where: { id: 1 },
      select: { timeZone: true },
    })
    await runRetention({ now: () => new Date(this.now()), timeZone, signal: this.stopping.signal })
  }
}
