import type { ListedRule } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'

type Standing = { state: ListedRule['state']; number: { id: number } }

/** How things stand, in one sentence. */
export function describeStanding(
  rules: readonly Standing[],
  defaultNumber: { digits: string } | null,
): string {
  const active = rules.filter(rule => rule.state === 'active')
  const fallback = defaultNumber && formatNumber(defaultNumber.digits)
  if (active.length === 0) {
    return fallback
      ? `Every order goes to ${fallback}.`
      : 'No number is set, so shoppers have nobody to write to.'
  }
  const numbers = new Set(active.map(rule => rule.number.id)).size
  const sends =
    active.length === 1
      ? '1 rule sends orders to 1 number'
      : `${active.length} rules send orders to ${numbers === 1 ? '1 number' : `${numbers} numbers`}`
  return `${sends}; everything else ${fallback ? `goes to ${fallback}` : 'has nowhere to go'}.`
}

/** Where an order goes that no rule takes, to stand after "goes to". */
export function describeOtherwise(defaultNumber: { digits: string } | null): string {
  return defaultNumber
    ? `the default number ${formatNumber(defaultNumber.digits)}`
    : 'nobody (no default number is set)'
}
