import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import type { AmbiguousProduct } from '@/lib/routing/coverage'
import { formatNumber } from '@/lib/whatsapp/number'
import { Line } from './line'

export function AmbiguousRow({ product, locale }: { product: AmbiguousProduct; locale: string }) {
  const { id, name, clicks, contenders } = product
  const [winner, ...others] = contenders
  return (
    <Line
      clicks={{ count: clicks, locale }}
      action={
        <LinkButton
          href={`/admin/products/${id}#categories`}
          size="sm"
          aria-label={`Change the category order of ${name}`}
        >
          Category order
        </LinkButton>
      }
    >
      <IntentLink
        href={`/admin/routing/tester?q=${id}`}
        title="Test where it goes"
        className="break-words font-medium underline-offset-4 hover:underline"
      >
        {name}
      </IntentLink>
      {winner && (
        <span className="mt-0.5 block break-words text-muted">
          goes to <span className="font-medium text-text">{numberText(winner)}</span> by{' '}
          {winner.path.join(' › ')}
          {others.length > 0 && ', not to '}
          {others.map(other => `${numberText(other)} by ${other.path.join(' › ')}`).join(', ')}
        </span>
      )}
    </Line>
  )
}

function numberText({ number }: AmbiguousProduct['contenders'][number]): string {
  return number ? number.label || formatNumber(number.digits) : 'a number that was just archived'
}
