import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'

/** A click keeps that its cart was mixed, not what was in it. */
export function MixedCarts({ count, locale }: { count: number; locale: string }) {
  if (count === 0) return null
  return (
    <Card
      title={
        <span id="mixed" className="scroll-mt-6 max-lg:scroll-mt-20">
          Carts that mixed numbers{' '}
          <span className="font-normal text-muted tabular">{count.toLocaleString(locale)}</span>
        </span>
      }
      action={
        <span className="flex flex-wrap gap-2">
          <LinkButton href="/admin/analytics?page=cart" size="sm">
            See the carts
          </LinkButton>
          <LinkButton href="/admin/routing/tester" size="sm">
            Test a cart
          </LinkButton>
        </span>
      }
    >
      <p className="text-muted">
        They held items whose rules send to different numbers. The first item with a rule decided for the
        whole cart, so that number was asked about things of another. Where this is common, send such
        categories to one number.
      </p>
    </Card>
  )
}
