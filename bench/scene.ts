import { type AppOptions, ask, findHealth, startApp, waitUntilUp } from './app'
import { errorsWhileUp, findRows, type Memory, Shoppers } from './fault-shoppers'
import { freePort, type Running, stopNode } from './processes'
import { makeDataDir, type Stage, until } from './stage'

export type Outcome = {
  answered: number
  stored: number
  lost: number
  doubled: number
  unrecorded: number
  shopperErrors: number
  slowestMs: number
  /** What shoppers saw where they saw errors. */
  mishaps: string[]
}

type App = { options: AppOptions; running: Running }

/** One fault's stage: apps that can be killed, shoppers who keep tapping, and the count at the end. */
export class Scene {
  private readonly apps: App[] = []
  private readonly kills: { from: number; to: number }[] = []
  private shoppers: Shoppers | null = null
  private memory: Memory | null = null
  private turn = 0

  constructor(
    readonly stage: Stage,
    private readonly perSecond: number,
    /** Shortens what only takes patience. */
    readonly seconds: (full: number) => number,
    private readonly bothRefuse: boolean,
  ) {}

  /** Starts an app and waits until it follows the database, or only until it redirects. */
  async start(
    options: { dataDir?: string; databaseUrl?: string; databaseAway?: boolean } = {},
  ): Promise<App> {
    const all: AppOptions = {
      port: await freePort(),
      dataDir: options.dataDir ?? makeDataDir(this.stage, `app-${Math.random().toString(36).slice(2)}`),
      databaseUrl: options.databaseUrl ?? this.stage.databaseUrl,
      cores: null,
    }
    const app = { options: all, running: startApp(all) }
    this.apps.push(app)
    if (options.databaseAway) await this.untilRedirecting(app)
    else await waitUntilUp(all.port, app.running)
    return app
  }

  /** `kill -9`, and at once a new process in its place; resolves when that one redirects. */
  async killAndRestart(app: App): Promise<void> {
    const from = performance.now()
    app.running.process.kill('SIGKILL')
    await app.running.exited
    this.kills.push({ from, to: performance.now() })
    app.running = startApp(app.options)
    await this.untilRedirecting(app)
  }

  /** An orderly stop, as a deploy does it, and a new process in its place. */
  async stopAndRestart(app: App): Promise<void> {
    const from = performance.now()
    await stopNode(app.running)
    this.kills.push({ from, to: performance.now() })
    app.running = startApp(app.options)
    await this.untilRedirecting(app)
  }

  async stop(app: App): Promise<void> {
    await stopNode(app.running)
    this.apps.splice(this.apps.indexOf(app), 1)
  }

  openDoors(): void {
    const port = () => this.apps[this.turn++ % this.apps.length]?.options.port ?? 0
    this.shoppers = new Shoppers(port, this.perSecond)
  }

  /** Sends the shoppers home and waits until the last of their clicks had its chance to be stored. */
  async closeDoors(): Promise<void> {
    const memory = await this.shoppers?.stop()
    if (!memory) throw new Error('Nobody came')
    this.memory = memory
    await until(async () => (await tally(this.stage, memory, this.bothRefuse)).lost === 0, 90_000)
  }

  async count(): Promise<Outcome> {
    if (!this.memory) await this.closeDoors()
    const { memory, stage } = this
    if (!memory) throw new Error('Nobody came')
    await Promise.all(this.apps.map(({ running }) => stopNode(running)))
    const mishaps = errorsWhileUp(memory.mishaps, this.kills).map(({ what }) => what)
    return {
      ...(await tally(stage, memory, this.bothRefuse)),
      shopperErrors: mishaps.length,
      slowestMs: Math.round(memory.slowestMs),
      mishaps: [...new Set(mishaps)],
    }
  }

  async abandon(): Promise<void> {
    await this.shoppers?.stop()
    for (const { running } of this.apps) running.process.kill('SIGKILL')
  }

  output(): string {
    return this.apps.map(({ running }) => running.output()).join('\n')
  }

  private async untilRedirecting({ options, running }: App): Promise<void> {
    const up = await until(async () => (await findHealth(options.port))?.status === 'ok', 30_000)
    if (!up) throw new Error(`The app does not come up. It said:\n${running.output()}`)
    await ask(options.port, '/go/chat')
  }
}

/** Where both refuse, an order that nobody could keep is in its shopper's message alone, and in the log. */
async function tally(stage: Stage, { taps, orders }: Memory, bothRefuse: boolean) {
  const rows = await findRows(stage.pool)
  const { rows: gaps } = await stage.pool.query(
    'SELECT coalesce(sum(count), 0)::int AS count FROM unrecorded_clicks',
  )
  const unrecorded = Number(gaps[0]?.count)
  const answered = taps.length + orders.length
  const stored =
    taps.filter(id => rows.clicks.has(id)).length +
    orders.filter(id => rows.clicks.has(id) && (bothRefuse || rows.orders.has(id))).length
  const doubled = [...rows.clicks.values(), ...rows.orders.values()].reduce((sum, n) => sum + n - 1, 0)
  // A click may be counted as unrecorded whose shopper did not see the answer any more.
  return { answered, stored, doubled, unrecorded, lost: Math.max(0, answered - stored - unrecorded) }
}
