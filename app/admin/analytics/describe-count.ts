import type { ClickCount } from '@/lib/clicks/count-clicks'

/** "1,204 clicks", or "10,000+ clicks" where nobody counted further. */
export function describeCount({ count, exact }: Pick<ClickCount, 'count' | 'exact'>, locale: string): string {
  return `${count.toLocaleString(locale)}${exact ? '' : '+'} ${count === 1 && exact ? 'click' : 'clicks'}`
}

/** What the table has, and how many more only the totals know. */
export function describeList({ archived, ...count }: ClickCount, locale: string): string {
  const kept = archived === 1 ? 'kept as a total only' : 'kept as totals only'
  if (count.count === 0)
    return archived === 0
      ? 'No clicks'
      : `${describeCount({ count: archived, exact: true }, locale)}, ${kept}`
  const listed = `${describeCount(count, locale)}, newest first`
  if (archived === 0) return listed
  return `${listed} · ${archived.toLocaleString(locale)} older ${archived === 1 ? 'one is' : 'ones are'} ${kept}`
}
