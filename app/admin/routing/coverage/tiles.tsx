import { Check } from 'lucide-react'
import type { Coverage } from '@/lib/routing/coverage'

type Tile = { id: string; label: string; count: number; note?: string }

/** The whole report at a glance: each figure leads to its list. */
export function Tiles({ coverage, locale }: { coverage: Coverage; locale: string }) {
  return (
    <nav aria-label="Findings" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {tilesOf(coverage, locale).map(({ id, label, count, note }) => (
        <a
          key={id}
          href={count > 0 ? `#${id}` : undefined}
          className="rounded-lg border bg-surface px-4 py-3 shadow-card transition-colors [&[href]]:hover:bg-surface-2"
        >
          {count > 0 ? (
            <span className="font-semibold text-xl tabular">{count.toLocaleString(locale)}</span>
          ) : (
            <span className="flex h-7 items-center">
              <Check aria-hidden className="size-5 text-green" />
              <span className="sr-only">None</span>
            </span>
          )}
          <span className="block text-muted">{label}</span>
          {note && <span className="block text-amber text-xs">{note}</span>}
        </a>
      ))}
    </nav>
  )
}

function tilesOf(coverage: Coverage, locale: string): Tile[] {
  const { products, categories, ambiguous, mixedCarts } = coverage
  const lost = products.clicks
  return [
    {
      id: 'products',
      label: 'Products that no rule reaches',
      count: products.total,
      note:
        lost > 0
          ? `${lost.toLocaleString(locale)} ${lost === 1 ? 'click' : 'clicks'} to the default number`
          : undefined,
    },
    { id: 'categories', label: 'Categories without a rule', count: categories.length },
    { id: 'ambiguous', label: 'Products that several numbers claim', count: ambiguous.total },
    { id: 'mixed', label: 'Carts that mixed numbers', count: mixedCarts.total },
    { id: 'unreachable', label: 'Rules that can decide nothing', count: coverage.unreachableRules.length },
    { id: 'paused', label: 'Paused rules', count: coverage.pausedRules.length },
    { id: 'idle', label: 'Rules that decided nothing', count: coverage.idleRules.length },
    { id: 'numbers', label: 'Numbers used nowhere', count: coverage.unusedNumbers.length },
  ]
}
