import { Check, CornerDownRight, Minus } from 'lucide-react'
import { IntentLink } from '@/components/ui/intent-link'
import type { NumberStep } from '@/lib/routing/tester/explain'
import { formatNumber } from '@/lib/whatsapp/number'
import { clockText } from './tester-links'

type NumberStepsProps = {
  numbers: NumberStep[]
  /** A rule decided; otherwise the first number is the default one. */
  byRule: boolean
}

/** The numbers that were asked in turn, with why each did or did not take the order. */
export function NumberSteps({ numbers, byRule }: NumberStepsProps) {
  if (numbers.length === 0) return null
  const nobody = numbers.every(({ state }) => state !== 'open')
  const hasDefault = !byRule || numbers.some(({ role }) => role === 'default')
  return (
    <ol className="mt-4 space-y-1.5 border-t pt-4">
      {numbers.map(step => {
        const takes = step.state === 'open'
        const Icon = takes ? Check : Minus
        return (
          <li key={step.number.id} className="flex items-start gap-2.5">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${takes ? 'text-green' : 'text-muted'}`} />
            <span className={takes ? 'min-w-0' : 'min-w-0 text-muted'}>
              {step.role === 'first' ? !byRule && 'The default number ' : roles[step.role]}
              <IntentLink
                href={`/admin/routing/numbers/${step.number.id}`}
                className="font-medium underline-offset-4 hover:underline"
              >
                {step.number.label || formatNumber(step.number.digits)}
              </IntentLink>
              {stateInWords(step)}
            </span>
          </li>
        )
      })}
      {nobody && (
        <li className="flex items-start gap-2.5">
          <CornerDownRight aria-hidden className="mt-0.5 size-4 shrink-0 text-amber" />
          <span className="text-amber">
            Nobody is there, so {hasDefault ? 'the default number' : 'the rule’s own number'} gets it all the
            same: no order is turned away.
          </span>
        </li>
      )}
    </ol>
  )
}

const roles = {
  backup: 'Its backup ',
  default: 'The default number ',
}

function stateInWords({ state, clock, opens, timeZone }: NumberStep): string {
  switch (state) {
    case 'open':
      return ' takes it.'
    case 'paused':
      return ' is paused.'
    case 'hours': {
      const there = `${clockText(clock)} in ${timeZone.replaceAll('_', ' ')}`
      return ` is closed: it is ${there}${opens === null ? '' : ` and opens ${clockText(opens)}`}.`
    }
  }
}
