import type { ClickCount } from '@/lib/clicks/count-clicks'

/** "1,204 clicks", or "10,000+ clicks" where nobody counted further. */
export function describeCount({ count, exact }: Pick<ClickCount, 'count' | 'exact'>, locale: string): string {
  return `${count.toLocaleString(locale)}${exact ? '' : '+'} ${count === 1 && exact ? 'click' : 'clicks'}`
}
