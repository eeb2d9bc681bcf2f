import { IntentLink } from '@/components/ui/intent-link'
import type { MixedPair } from '@/lib/routing/coverage'
import type { ListedRule } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import { Line } from './line'
import { PathText } from './path-text'
import { SendTooButton } from './rule-fixes'

export function MixedRow({ pair, locale }: { pair: MixedPair; locale: string }) {
  const { first, second, carts, byFirst } = pair
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
      <Side rule={first} decided={byFirst} locale={locale} />
      <Side rule={second} decided={carts - byFirst} locale={locale} />
    </Line>
  )
}

/** One of the two, with who answers for it and how often that one got the whole cart. */
function Side({ rule, decided, locale }: { rule: ListedRule; decided: number; locale: string }) {
  return (
    <span className="block break-words py-0.5">
      <IntentLink href={`/admin/routing/${rule.id}`} className="underline-offset-4 hover:underline">
        <PathText path={rule.path} />
      </IntentLink>{' '}
      <span className="text-muted">
        to <bdi>{numberName(rule)}</bdi>, who got {decided === 0 ? 'none' : decided.toLocaleString(locale)}
      </span>
    </span>
  )
}

function numberName({ number }: ListedRule): string {
  return number.label || formatNumber(number.digits)
}
