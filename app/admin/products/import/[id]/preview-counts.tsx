import { cx } from '@/components/ui/cx'

type Count = { label: string; value: number; tone?: 'accent' | 'amber'; href?: string }

/** What an import will do, in figures that lead to their lists. */
export function PreviewCounts({ counts, locale }: { counts: Count[]; locale: string }) {
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-lg border bg-surface shadow-card sm:grid-cols-5">
      {counts.map(({ label, value, tone, href }) => (
        <div key={label} className="-mt-px -ml-px border-t border-l px-5 py-4 max-sm:px-4">
          <dt className="text-muted">
            {href && value > 0 ? (
              <a href={href} className="underline-offset-4 hover:underline">
                {label}
              </a>
            ) : (
              label
            )}
          </dt>
          <dd
            className={cx(
              'mt-1 font-semibold text-2xl tabular',
              value > 0 && tone === 'accent' && 'text-accent',
              value > 0 && tone === 'amber' && 'text-amber',
              value === 0 && 'text-muted',
            )}
          >
            {value.toLocaleString(locale)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
