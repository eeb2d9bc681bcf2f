import { Badge } from '@/components/ui/badge'

type CategoryBadgesProps = {
  /** Names in the product's order, each with its whole path. */
  categories: { id: number; path: string[] }[]
  /** The one whose rule decides. */
  winner: number | null
}

/** A product's categories in order; the one that decides where orders go stands out. */
export function CategoryBadges({ categories, winner }: CategoryBadgesProps) {
  if (categories.length === 0) return <span className="text-muted">No category</span>
  return (
    <span className="flex min-w-0 flex-wrap gap-1 max-sm:justify-end">
      {categories.map(({ id, path }) => (
        <Badge
          key={id}
          tone={id === winner ? 'accent' : 'neutral'}
          title={id === winner ? `${path.join(' › ')}: its rule decides` : path.join(' › ')}
        >
          {path.at(-1)}
        </Badge>
      ))}
    </span>
  )
}
