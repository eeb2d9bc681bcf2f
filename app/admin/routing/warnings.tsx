import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import type { listEmptyRuleCategories, listProductsWithSeveralRules } from '@/lib/routing/coverage'
import { formatNumber } from '@/lib/whatsapp/number'

type WarningsProps = {
  empty: Awaited<ReturnType<typeof listEmptyRuleCategories>>
  shared: Awaited<ReturnType<typeof listProductsWithSeveralRules>>
}

/** Rules that nothing reaches, and products that several rules claim. */
export function Warnings({ empty, shared }: WarningsProps) {
  return (
    <>
      {empty.length > 0 && (
        <Alert
          tone="amber"
          title={empty.length === 1 ? '1 rule has no products' : `${empty.length} rules have no products`}
        >
          <p>
            <RuleLinks rules={empty} />. Put products straight into the category: a rule does not reach the
            products of its subcategories.
          </p>
        </Alert>
      )}
      {shared.total > 0 && (
        <Alert
          tone="amber"
          title={
            shared.total === 1
              ? '1 product matches several rules'
              : `${shared.total} products match several rules`
          }
        >
          <details>
            <summary>The first category of the product decides. Show which</summary>
            <ul className="mt-2 space-y-1.5">
              {shared.products.map(product => (
                <li key={product.id}>
                  <Link href={`/admin/routing?product=${product.id}#tester`} className="text-text underline">
                    {product.name}
                  </Link>{' '}
                  goes to {formatNumber(product.winner.number)} by {product.winner.category}, before{' '}
                  {product.others.map(other => other.category).join(', ')}
                </li>
              ))}
            </ul>
            {shared.total > shared.products.length && (
              <p className="mt-2">and {shared.total - shared.products.length} more</p>
            )}
          </details>
        </Alert>
      )}
    </>
  )
}

function RuleLinks({ rules }: { rules: WarningsProps['empty'] }) {
  return rules.map((rule, index) => (
    <span key={rule.id}>
      {index > 0 && ', '}
      <Link href={`/admin/routing/${rule.id}`} className="text-text underline">
        {rule.category.name}
      </Link>
    </span>
  ))
}
