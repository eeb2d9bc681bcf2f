import { findingNumbers } from '@/lib/clicks/findings'
import { listNumberShares } from '@/lib/clicks/number-shares'
import { formatNumber } from '@/lib/whatsapp/number'
import { numberTitle } from '../number-title'
import { Panel } from '../panel'
import { RankList } from '../rank-list'
import type { PanelProps } from '../read-view'
import { viewHref } from '../view'

const SHOWN = 12

/** "Who gets the orders?" */
export async function NumbersPanel({ view, timeZone, locale, now }: PanelProps) {
  const numbers = await listNumberShares({ filters: view.filters, timeZone, now })
  const others = numbers.slice(SHOWN)
  return (
    <Panel question="Who gets the orders?" finding={findingNumbers(numbers, numberTitle, locale)}>
      <RankList
        total={numbers.reduce((total, { count }) => total + count, 0)}
        locale={locale}
        rows={numbers.slice(0, SHOWN).map(number => ({
          key: String(number.id),
          label: numberTitle(number),
          hint: number.label && number.digits ? formatNumber(number.digits) : undefined,
          count: number.count,
          previous: number.previous,
          href: number.id === null ? null : viewHref(view, { filters: { numberId: number.id } }),
        }))}
      />
      {others.length > 0 && (
        <p className="mt-3 text-muted">
          {others.length === 1 ? '1 other number' : `${others.length} other numbers`} got{' '}
          {others.reduce((sum, { count }) => sum + count, 0).toLocaleString(locale)}.
        </p>
      )}
    </Panel>
  )
}
