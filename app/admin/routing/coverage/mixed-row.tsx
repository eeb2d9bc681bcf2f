import Link from 'next/link'
import type { MixedPair } from '@/lib/routing/coverage'
import type { ListedRule } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import { Line } from './line'
import { PathText } from './path-text'
import { SendTooButton } from './rule-fixes'

export function MixedRow({ pair, locale }: { pair: MixedPair; locale: string }) {
  const { first, second, carts, byFirst } = pair
  const others = carts - byFirst
  return (
    <Line
      clicks={{ count: carts, locale }}
      action={
        <SendTooButton
          category={{ id: second.category.id, name: second.path.join(' › ') }}
          to={{ digits: first.number.digits, name: numberName(first) }}
        />
      }
    >
      <RuleLink rule={first} /> <span className="text-muted">and</span> <RuleLink rule={second} />
      <span className="mt-0.5 block break-words text-muted">
        {byFirst.toLocaleString(locale)} went to {numberName(first)}
        {others > 0 && `, ${others.toLocaleString(locale)} to ${numberName(second)}`}
      </span>
    </Line>
  )
}

function RuleLink({ rule }: { rule: ListedRule }) {
  return (
    <Link href={`/admin/routing/${rule.id}`} className="underline-offset-4 hover:underline">
      <PathText path={rule.path} />
    </Link>
  )
}

function numberName({ number }: ListedRule): string {
  return number.label || formatNumber(number.digits)
}
