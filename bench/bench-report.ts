import type { Contestant, Figures } from './contestants'
import { formatTable } from './figures'

export const titles: Record<Contestant['name'], string> = {
  fastLane: 'Fast lane (server.ts, everything on)',
  routeHandler: 'Next.js route handler (next start)',
  bareNodeBatched: 'Bare Node, rows stored behind',
  bareNode: 'Bare Node 302',
}

export type Report = {
  node: string
  /** Server and load had cores of their own. */
  cores: boolean
  ratios: { fastLaneToBareNodeBatched: number; fastLaneToRouteHandler: number; p99ToBareNode: number }
  figures: Record<Contestant['name'], Figures>
  firstRedirect: { databaseUpMs: number; databaseAwayMs: number }
  /** Where a cart of 50 goes, with hours, backups and covered sub-categories. */
  decisionMicros: number
  memory?: { perSecond: number; rssMbByMinute: number[] }
}

export function toText({
  figures,
  ratios,
  firstRedirect,
  decisionMicros,
  memory,
  cores,
  node,
}: Report): string {
  const head = [
    '',
    'redirects/s',
    'p50 ms',
    'p99 ms',
    'CPU µs each',
    'MB at rest',
    'MB busy',
    'answered',
    'stored',
  ]
  const rows = (['fastLane', 'routeHandler', 'bareNodeBatched', 'bareNode'] as const).map(name => {
    const of = figures[name]
    const stored = of.storedLessAnswered === 0 ? 'all' : String(of.storedLessAnswered)
    return [
      titles[name],
      of.perSecond.toLocaleString('en'),
      of.p50Ms.toFixed(2),
      of.p99Ms.toFixed(2),
      of.cpuMicrosPerRequest.toFixed(0),
      String(of.rssAtRestMb),
      String(of.rssUnderLoadMb),
      of.answered.toLocaleString('en'),
      name === 'bareNode' ? '' : stored,
    ]
  })
  return [
    formatTable([head, ...rows]),
    '',
    `Fast lane / bare Node, rows stored behind   ${ratios.fastLaneToBareNodeBatched}   (target: at least 0.75)`,
    `Fast lane / Next.js route handler           ${ratios.fastLaneToRouteHandler}`,
    `p99 of the fast lane / of bare Node 302     ${ratios.p99ToBareNode}   (target: at most 2)`,
    `Built app to first redirect                 ${Math.round(firstRedirect.databaseUpMs)} ms, with the database away ${Math.round(firstRedirect.databaseAwayMs)} ms   (target: under 600)`,
    `Decision for a cart of 50                   ${decisionMicros} µs   (target: under 20)`,
    ...(memory
      ? [`Memory by minute at ${memory.perSecond} redirects/s      ${memory.rssMbByMinute.join(', ')} MB`]
      : []),
    '',
    'redirects/s: 64 connections, each asks again as soon as it is answered. p50, p99: at 100 requests a second.',
    `${cores ? 'The server has a core of its own; load and Postgres share the others.' : 'Server, load and Postgres share the cores.'} Medians; Node ${node}.`,
    ...(Object.values(figures).some(of => of.loadBusy > 0.95)
      ? ['The load was busy all the time for at least one of them: its redirects/s may be higher than shown.']
      : []),
  ].join('\n')
}
