import type { decideDestination } from '@/lib/catalog/destination'
import { formatNumber } from '@/lib/whatsapp/number'

type DestinationSentenceProps = ReturnType<typeof decideDestination> & {
  nameOf: (categoryId: number) => string
}

/** Where the orders of a product with these categories go, and why. */
export function DestinationSentence({ number, categoryId, reason, nameOf }: DestinationSentenceProps) {
  if (!number) {
    return (
      <p aria-live="polite" className="text-red">
        No rule fits and there is no default number: orders would reach nobody.
      </p>
    )
  }
  return (
    <p aria-live="polite" className="text-muted">
      Orders go to{' '}
      <strong className="font-medium text-text">
        <bdi>{number.label || formatNumber(number.digits)}</bdi>
      </strong>
      {reason === 'rule' && categoryId !== null && (
        <>, because {nameOf(categoryId)} is the first with a rule.</>
      )}
      {reason === 'no_rule' && <>, the default number: none of these categories has a rule.</>}
      {reason === 'no_category' && <>, the default number: the product is in no category.</>}
    </p>
  )
}
