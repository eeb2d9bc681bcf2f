import type { Load } from './browser-tabs'
import { formatTable, median, round } from './figures'

/** Milliseconds. */
export type ActionFigures = {
  name: string
  /** 0: none took over 50 ms. */
  longestTask: number
  longTasks: number
  /** From a key or press to the next picture. */
  slowestAnswer: number
}

export type BrowserReport = {
  slowdown: number
  clicks: number
  tabs: ({ name: string } & Load)[]
  actions: ActionFigures[]
}

/** The median of each figure. */
export function medianOf<Name extends string>(
  all: readonly Record<Name, number>[],
  names: readonly Name[],
): Record<Name, number> {
  const medians = names.map(name => [name, round(median(all.map(each => each[name])), 0)])
  return Object.fromEntries(medians)
}

export const medianLoad = (loads: readonly Load[]): Load =>
  medianOf(loads, [
    'firstByte',
    'lastByte',
    'firstPaint',
    'interactive',
    'longestTask',
    'blocked',
    'scriptsKb',
  ])

export function toText({ tabs, actions, clicks, slowdown }: BrowserReport): string {
  const task = (ms: number) => (ms === 0 ? 'under 50' : String(ms))
  const loads = [
    [
      'tab, ms',
      'first byte',
      'last byte',
      'first paint',
      'interactive',
      'longest task',
      'blocked',
      'scripts kB',
    ],
    ...tabs.map(tab => [
      tab.name,
      ...[tab.firstByte, tab.lastByte, tab.firstPaint, tab.interactive].map(String),
      task(tab.longestTask),
      String(tab.blocked),
      String(tab.scriptsKb),
    ]),
  ]
  const done = [
    ['on the overview, ms', 'longest task', 'tasks over 50', 'slowest answer'],
    ...actions.map(({ name, longestTask, longTasks, slowestAnswer }) => [
      name,
      task(longestTask),
      String(longTasks),
      String(slowestAnswer),
    ]),
  ]
  return [
    formatTable(loads),
    '',
    formatTable(done),
    '',
    'Interactive: since the navigation began, until the filters and the panel furthest down have answered a press,',
    'pressed every 50 ms from the moment they are there (target: under 1,000; tasks: none over 50).',
    'Slowest answer: from a key or a press to the next picture. Blocked: what tasks took beyond 50 ms each.',
    `${clicks.toLocaleString('en')} clicks; processor slowed ${slowdown} times; a cache that holds nothing; medians.`,
  ].join('\n')
}
