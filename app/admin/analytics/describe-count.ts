import type { ClickCount } from '@/lib/clicks/count-clicks'
import type { ClickFilters } from '@/lib/clicks/filters'
import { kindLabel } from '@/lib/clicks/words'

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

/** What stands behind the number in the headline. */
export function countedNoun({ visitors }: Pick<ClickFilters, 'visitors'>, count: number): string {
  const noun = count === 1 ? 'click' : 'clicks'
  if (visitors === 'human') return count === 1 ? 'click by a person' : 'clicks by people'
  if (visitors === 'everyone') return `${noun} of any kind`
  return `${noun} of the kind “${kindLabel(visitors)}”, otherwise not counted`
}
