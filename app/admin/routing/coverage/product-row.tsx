import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import type { UncoveredProduct } from '@/lib/routing/coverage'
import { Line } from './line'

/** Its first category is where a rule would reach it; one without any has to be put into one. */
export function ProductRow({ product, locale }: { product: UncoveredProduct; locale: string }) {
  const { id, name, categories, clicks } = product
  const [first] = categories
  return (
    <Line
      clicks={{ count: clicks, locale }}
      action={
        first ? (
          <LinkButton
            href={`/admin/routing/new?category=${first.id}`}
            size="sm"
            aria-label={`Add a rule for ${first.path.join(' › ')}`}
          >
            Add rule
          </LinkButton>
        ) : (
          <LinkButton
            href={`/admin/products/${id}#categories`}
            size="sm"
            aria-label={`Choose categories for ${name}`}
          >
            Choose categories
          </LinkButton>
        )
      }
    >
      <IntentLink
        href={`/admin/products/${id}#categories`}
        className="break-words font-medium underline-offset-4 hover:underline"
      >
        {name}
      </IntentLink>
      <span className="mt-0.5 block break-words text-muted">
        {categories.length === 0
          ? 'In no category'
          : categories.map(({ path }) => path.join(' › ')).join(', ')}
      </span>
    </Line>
  )
}
