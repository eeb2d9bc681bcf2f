import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import type { ClickFilters } from '@/lib/clicks/filters'
import { findingUncounted } from '@/lib/clicks/findings'
import { getUncounted, type Uncounted } from '@/lib/clicks/uncounted'
import { kindLabel, kindSentence } from '@/lib/clicks/words'
import { Panel } from '../panel'
import type { PanelProps } from '../read-view'
import { type AnalyticsView, viewHref } from '../view'

/** "What was not counted, and why?" Every visit is in exactly one line, and the lines add up on the screen. */
export async function UncountedPanel({ view, timeZone, locale }: PanelProps) {
  const found = await getUncounted({ filters: view.filters, timeZone })
  return (
    <div className="space-y-4">
      {found.unrecorded > 0 && <Unrecorded count={found.unrecorded} locale={locale} />}
      <Panel question="What was not counted, and why?" finding={findingUncounted(found, locale)}>
        {found.all > 0 && <Ledger found={found} view={view} locale={locale} />}
      </Panel>
    </div>
  )
}

type LedgerProps = { found: Uncounted; view: AnalyticsView; locale: string }

function Ledger({ found, view, locale }: LedgerProps) {
  const { all, counted, uncounted } = found
  const filtered = (visitors: ClickFilters['visitors'], kindReason: ClickFilters['kindReason'] = null) =>
    viewHref(view, { filters: { visitors, kindReason } })
  return (
    <table className="w-full text-left">
      <caption className="sr-only">All visits, by whether and why they were not counted</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Visits</th>
          <th scope="col">How many</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody className="divide-y">
        <Line name="All visits" href={filtered('everyone')} count={all} of={all} locale={locale} strong />
        {uncounted.map(({ kind, reason, count }) => (
          <Line
            key={`${kind}${reason}`}
            name={kindLabel(kind)}
            why={kindSentence(reason)}
            href={filtered(kind, reason)}
            count={-count}
            of={all}
            locale={locale}
          />
        ))}
        <Line
          name="Clicks by people"
          href={filtered('human')}
          count={counted}
          of={all}
          locale={locale}
          strong
        />
      </tbody>
    </table>
  )
}

type LineProps = {
  name: string
  why?: string | null
  href: string
  count: number
  of: number
  locale: string
  strong?: boolean
}

function Line({ name, why, href, count, of, locale, strong = false }: LineProps) {
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const figure = new Intl.NumberFormat(locale).format(Math.abs(count))
  return (
    <tr className={strong ? 'font-semibold' : ''}>
      <th scope="row" className="py-2.5 pr-4 font-[inherit]">
        <Link href={href} prefetch={false} className="underline-offset-4 hover:underline">
          {name}
        </Link>
        {why && <span className="block font-normal text-muted">{why}</span>}
      </th>
      <td className="whitespace-nowrap py-2.5 text-right tabular">
        {count < 0 && (
          <>
            <span aria-hidden>− </span>
            <span className="sr-only">not counted: </span>
          </>
        )}
        {figure}
      </td>
      <td className="w-20 py-2.5 text-right font-normal text-muted tabular max-sm:w-14">
        {share.format(Math.abs(count) / of)}
      </td>
    </tr>
  )
}

function Unrecorded({ count, locale }: { count: number; locale: string }) {
  const title =
    count === 1 ? '1 more is not on record' : `${count.toLocaleString(locale)} more are not on record`
  return (
    <Alert tone="red" title={title}>
      In this period the database and the disk both refused to store them, so they are in no line below. The
      shoppers got through all the same.
    </Alert>
  )
}
