import { Check, CornerDownRight, Minus } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Input } from '@/components/ui/input'
import { reasonSentence } from '@/lib/clicks/words'
import { type Explanation, explainProduct, searchProducts } from '@/lib/routing/explain'
import { findRuntime } from '@/lib/runtime'
import { formatNumber } from '@/lib/whatsapp/number'

/** "Where does this product go?": asks the table that answers shoppers. `text` is a product id or part of a name. */
export async function Tester({ text }: { text: string }) {
  const found = text === '' ? [] : await searchProducts({ text, limit: 6 })
  const [first, ...others] = found
  const table = findRuntime()?.table
  const explanation = first && table ? await explainProduct({ id: first.id, table }) : null
  return (
    <Card
      title={<span id="tester">Where does this product go?</span>}
      description="A product’s categories are tried in the product’s own order; the first with an active rule decides."
    >
      <form action="/admin/routing#tester" className="flex gap-2">
        <Input
          name="product"
          defaultValue={text}
          aria-label="Product id, name or SKU"
          placeholder="Product id, name or SKU"
          maxLength={200}
        />
        <Button type="submit">Find out</Button>
      </form>
      {text !== '' && !explanation && (
        <p className="mt-4 text-muted">
          No product has this id, name or SKU. Its orders would go to the default number.
        </p>
      )}
      {explanation && <Answer explanation={explanation} />}
      {others.length > 0 && (
        <p className="mt-4 text-muted">
          Also found:{' '}
          {others.map((product, index) => (
            <span key={product.id}>
              {index > 0 && ', '}
              <Link href={`/admin/routing?product=${product.id}#tester`} className="text-text underline">
                {product.name}
                {product.variation && ` (${product.variation})`}
              </Link>
            </span>
          ))}
        </p>
      )}
    </Card>
  )
}

function Answer({ explanation }: { explanation: Explanation }) {
  const { steps, reason, digits } = explanation
  const decider = steps.find(step => step.decides)
  return (
    <div className="mt-5 space-y-3">
      <p>
        <span className="font-medium">{explanation.name}</span>
        {explanation.variation && <span className="text-muted"> {explanation.variation}</span>}{' '}
        <span className="text-muted tabular">#{explanation.id}</span>
      </p>
      <ol className="space-y-1.5">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the product's own and never changes in place
          <li key={index} className="flex items-start gap-2.5">
            {step.decides ? (
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-green" />
            ) : (
              <Minus aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            )}
            <span className={step.decides ? 'font-medium' : 'text-muted'}>
              {step.category}: {stepInWords(step)}
            </span>
          </li>
        ))}
      </ol>
      <p className="flex items-start gap-2.5">
        <CornerDownRight aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <span>
          {digits ? (
            <strong className="font-medium tabular">{formatNumber(digits)}</strong>
          ) : (
            <strong className="text-red">Nobody</strong>
          )}
          <span className="text-muted">
            {' · '}
            {reasonSentence({
              reason,
              pageType: 'product',
              categoryName: decider?.category ?? null,
              number: digits,
            })}
          </span>
        </span>
      </p>
    </div>
  )
}

function stepInWords({ rule, decides }: Explanation['steps'][number]): string {
  if (!rule) return 'no rule'
  const number = `${rule.label ? `${rule.label}, ` : ''}${formatNumber(rule.digits)}`
  if (decides) return `rule to ${number}`
  if (rule.state === 'paused') return `the rule to ${number} is paused`
  if (rule.state === 'category_archived') return 'the category is archived, so its rule does not act'
  return `rule to ${number}, but an earlier category decides`
}
