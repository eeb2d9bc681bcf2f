import { Check, Minus } from 'lucide-react'
import { IntentLink } from '@/components/ui/intent-link'
import type { ItemExplanation, StepExplanation } from '@/lib/routing/tester/explain'
import type { TestedRoute } from '@/lib/routing/tester/test-route'
import { formatNumber } from '@/lib/whatsapp/number'

type ItemStepsProps = { items: ItemExplanation[]; decision: TestedRoute['decision'] }

/** Every item with its categories in order: the one that decides, and those that did not, each with why. */
export function ItemSteps({ items, decision }: ItemStepsProps) {
  const decider = items.findIndex(item => item.steps.some(step => step.outcome === 'decides'))
  const asked = decider < 0 ? items : items.slice(0, decider + 1)
  const rest = decider < 0 ? [] : items.slice(decider + 1)
  return (
    <div className="space-y-4">
      {asked.map(item => (
        <Item key={item.productId} item={item} inCart={items.length > 1} late={false} />
      ))}
      {decision.via?.startsWith('mixed') && (
        <p className="text-amber">
          This cart also holds items whose rules send to another number. The first item with a rule decides
          for the whole cart.
        </p>
      )}
      {rest.length > 0 && (
        <details>
          <summary className="w-fit text-muted underline-offset-4 hover:underline">
            {rest.length === 1
              ? '1 item after it was not asked'
              : `${rest.length} items after it were not asked`}
          </summary>
          <div className="mt-3 space-y-4">
            {rest.map(item => (
              <Item key={item.productId} item={item} inCart late />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

type ItemProps = {
  item: ItemExplanation
  inCart: boolean
  /** An item before it has decided. */
  late: boolean
}

function Item({ item, inCart, late }: ItemProps) {
  const { productId, quantity, name, variation, steps } = item
  return (
    <section>
      <h3 className="font-medium">
        {inCart && <span className="text-muted tabular">{quantity} × </span>}
        {name === null ? (
          `Product ${productId}`
        ) : (
          <IntentLink
            href={`/admin/products/${productId}#categories`}
            className="underline-offset-4 hover:underline"
          >
            {name}
          </IntentLink>
        )}
        {variation && <span className="font-normal text-muted"> {variation}</span>}{' '}
        {name !== null && <span className="font-normal text-muted tabular">#{productId}</span>}
      </h3>
      {steps.length === 0 && (
        <p className="mt-1 text-muted">
          {name === null
            ? 'Not in the catalogue, so no rule can fit.'
            : 'In no category, so no rule can fit.'}
        </p>
      )}
      <ol className="mt-1.5 space-y-1.5">
        {steps.map(step => (
          <Step key={step.categoryId} step={step} late={late} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, late }: { step: StepExplanation; late: boolean }) {
  const decides = step.outcome === 'decides'
  const Icon = decides ? Check : Minus
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${decides ? 'text-green' : 'text-muted'}`} />
      <span className={decides ? 'min-w-0' : 'min-w-0 text-muted'}>
        <span className={decides ? 'font-medium' : ''}>{step.path.join(' › ')}</span>:{' '}
        <Outcome step={step} late={late} />
      </span>
    </li>
  )
}

function Outcome({ step, late }: { step: StepExplanation; late: boolean }) {
  const { rule, outcome, coveredBy, categoryId } = step
  if (!rule) {
    return (
      <>
        no rule (
        <IntentLink
          href={`/admin/routing/new?category=${categoryId}`}
          className="text-accent underline underline-offset-4"
        >
          add one
        </IntentLink>
        )
      </>
    )
  }
  const link = (
    <IntentLink href={`/admin/routing/${rule.id}`} className="underline underline-offset-4">
      {rule.number.label || formatNumber(rule.number.digits)}
    </IntentLink>
  )
  const from = coveredBy && <> by the rule of {coveredBy.join(' › ')}, which covers it</>
  switch (outcome) {
    case 'paused':
      return <>its rule to {link} is paused</>
    case 'archived':
      return <>the category is archived, so its rule to {link} does not act</>
    case 'lost':
      return (
        <>
          would go to {link}
          {from}, but {late ? 'an earlier item' : 'an earlier category'} decides
        </>
      )
    default:
      return (
        <>
          goes to {link}
          {from}
        </>
      )
  }
}
