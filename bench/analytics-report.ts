import type { Measured } from './analytics-measure'
import type { Question } from './analytics-questions'
import { formatTable } from './figures'

/** A line per question: its times at each size in milliseconds, how they grew, and the target at the largest size. */
export function toText(all: Measured[], questions: Question[], plans: string): string {
  const head = [
    'ms',
    ...all.flatMap(({ rows }) => [`${rows / 1e6} M p50`, 'p99']),
    ...(all.length > 1 ? ['growth'] : []),
    'target',
  ]
  const asked = questions.filter(({ name }) => all[0]?.figures.some(figure => figure.name === name))
  const lines = asked.map(({ name, target }) => {
    const figures = all.map(({ figures }) => figures.find(figure => figure.name === name))
    const [first, last] = [figures[0], figures.at(-1)]
    const growth = first && last ? (last.p50 / first.p50).toFixed(2) : ''
    return [
      name,
      ...figures.flatMap(figure => [figure?.p50.toFixed(1) ?? '', figure?.p99.toFixed(1) ?? '']),
      ...(all.length > 1 ? [growth] : []),
      `${target.p50 ? `${target.p50} / ` : ''}${target.p99}${missed(last, target) ? '  missed' : ''}`,
    ]
  })
  const flows = all.map(
    ({ rows, exported, inserted }) =>
      `${rows / 1e6} M: export ${exported?.rowsPerSecond ?? '-'} rows/s with ${exported?.memoryMb ?? '-'} MB more, ` +
      `inserts ${inserted?.rowsPerSecond ?? '-'} rows/s (targets 100000 and 30000)`,
  )
  return [formatTable([head, ...lines]), '', ...flows, '', `Plans: ${plans}`].join('\n')
}

function missed(figure: { p50: number; p99: number } | undefined, target: Question['target']): boolean {
  return figure !== undefined && (figure.p99 > target.p99 || figure.p50 > (target.p50 ?? target.p99))
}
