import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Thumbnail } from '@/components/ui/thumbnail'
import { shareInWords } from '@/lib/clicks/findings'
import { ChangeMark } from './change-mark'

type Rank = {
  key: string
  label: string
  /** Second line, in muted text. */
  hint?: string
  thumbnail?: { src: string | null; name: string }
  count: number
  /** In the period before; null: there is none. */
  previous: number | null
  /** Where only these clicks are shown. */
  href: string | null
}

type RankListProps = {
  rows: Rank[]
  /** What the rows are parts of: then each says its share of it. */
  total?: number
  /** Whether the rows are changes: then each says its own in clicks, too. */
  changes?: boolean
  locale: string
}

/** Things by how many clicks they got, each with its change against the period before. */
export function RankList({ rows, total, changes = false, locale }: RankListProps) {
  // Where nothing was clicked before, all would be "new", which one sentence says better.
  const compared = changes || rows.some(row => row.previous)
  const most = total ?? Math.max(1, ...rows.map(row => row.count))
  return (
    <ul className="-mx-2 space-y-0.5">
      {rows.map(row => (
        <li key={row.key}>
          <Row row={row}>
            {row.thumbnail && <Thumbnail {...row.thumbnail} size="sm" />}
            <span className="min-w-0 flex-1">
              <span className="flex items-baseline gap-3">
                <span dir="auto" className="line-clamp-2 min-w-0 flex-1 break-words text-left">
                  {row.label}
                </span>
                <span className="font-medium tabular">{row.count.toLocaleString(locale)}</span>
                {total !== undefined && (
                  <span className="w-10 text-right text-muted tabular">
                    {shareInWords(row.count / total, locale)}
                  </span>
                )}
                {compared && (
                  <span className={cx('text-right text-xs', changes ? 'w-28' : 'w-17')}>
                    <ChangeMark
                      count={row.count}
                      previous={row.previous}
                      inClicks={changes}
                      locale={locale}
                    />
                  </span>
                )}
              </span>
              {row.hint && <span className="block truncate text-muted text-xs tabular">{row.hint}</span>}
              <span aria-hidden className="mt-1.5 block h-1 overflow-hidden rounded-full bg-surface-2">
                <span
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${(row.count / most) * 100}%` }}
                />
              </span>
            </span>
          </Row>
        </li>
      ))}
    </ul>
  )
}

function Row({ row, children }: { row: Rank; children: ReactNode }) {
  const title = [row.label, row.hint].filter(Boolean).join(', ')
  if (!row.href) return <div className="flex items-center gap-3 px-2 py-1.5">{children}</div>
  return (
    <Link
      href={row.href}
      title={title}
      prefetch={false}
      className="flex items-center gap-3 rounded-md px-2 py-1.5 transition-colors hover:bg-surface-2"
    >
      {children}
    </Link>
  )
}
