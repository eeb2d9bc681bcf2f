import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import type { UncoveredCategory } from '@/lib/routing/coverage'
import { Line } from './line'
import { PathText } from './path-text'

export function CategoryRow({ category, locale }: { category: UncoveredCategory; locale: string }) {
  const { id, path, products, clicks } = category
  return (
    <Line
      clicks={{ count: clicks, locale }}
      action={
        <LinkButton
          href={`/admin/routing/new?category=${id}`}
          size="sm"
          aria-label={`Add a rule for ${path.join(' › ')}`}
        >
          Add rule
        </LinkButton>
      }
    >
      <PathText path={path} />{' '}
      <IntentLink
        href={`/admin/products?category=${id}`}
        className="whitespace-nowrap text-muted underline-offset-4 hover:underline"
      >
        {products === 1 ? '1 product' : `${products.toLocaleString(locale)} products`}
      </IntentLink>
    </Line>
  )
}
