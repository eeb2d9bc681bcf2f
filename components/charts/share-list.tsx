import Link from 'next/link'
import type { ReactNode } from 'react'

type ShareRow = {
  key: string
  label: string
  /** Before the label: a thumbnail or an icon. */
  icon?: ReactNode
  /** Second line, in muted text. */
  hint?: string
  count: number
  /** Where the row narrows the page down to itself. */
  href: string | null
}

type ShareListProps = { rows: ShareRow[]; total: number; locale: string }

/** How a total divides: a bar, a figure and a share per row. */
export function ShareList({ rows, total, locale }: ShareListProps) {
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <ul className="-mx-2 space-y-1">
      {rows.map(row => (
        <li key={row.key}>
          <Row href={row.href} title={[row.label, row.hint].filter(Boolean).join(', ')}>
            <span className="flex items-center gap-3">
              {row.icon}
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline gap-3">
                  <span dir="auto" className="min-w-0 flex-1 truncate text-left">
                    {row.label}
                  </span>
                  <span className="font-medium tabular">{row.count.toLocaleString(locale)}</span>
                  <span className="w-10 text-right text-muted tabular">
                    {describeShare(row.count / total, share)}
                  </span>
                </span>
                {row.hint && <span className="block truncate text-muted text-xs tabular">{row.hint}</span>}
                <span aria-hidden className="mt-1.5 block h-1 overflow-hidden rounded-full bg-surface-2">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${(row.count / total) * 100}%` }}
                  />
                </span>
              </span>
            </span>
          </Row>
        </li>
      ))}
    </ul>
  )
}

function Row({ href, title, children }: { href: string | null; title: string; children: ReactNode }) {
  if (!href) return <div className="px-2 py-1.5">{children}</div>
  return (
    <Link
      href={href}
      title={title}
      prefetch={false}
      scroll={false}
      className="block rounded-md px-2 py-1.5 transition-colors hover:bg-surface-2"
    >
      {children}
    </Link>
  )
}

/** Never 0% for something, never 100% for less than all. */
function describeShare(share: number, format: Intl.NumberFormat): string {
  if (share > 0 && share < 0.005) return `<${format.format(0.01)}`
  if (share >= 0.995 && share < 1) return `>${format.format(0.99)}`
  return format.format(share)
}
