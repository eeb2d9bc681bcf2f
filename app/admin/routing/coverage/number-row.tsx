import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import type { ListedNumber } from '@/lib/routing/numbers'
import { formatNumber } from '@/lib/whatsapp/number'
import { Line } from './line'
import { ArchiveNumberButton } from './number-fixes'

export function NumberRow({ number }: { number: ListedNumber }) {
  const formatted = formatNumber(number.digits)
  const name = number.label || formatted
  return (
    <Line
      action={
        <>
          <LinkButton
            href={`/admin/routing/new?number=${number.id}`}
            size="sm"
            aria-label={`Add a rule that sends to ${name}`}
          >
            Add rule
          </LinkButton>
          <ArchiveNumberButton id={number.id} name={name} />
        </>
      }
    >
      <IntentLink
        href={`/admin/routing/numbers/${number.id}`}
        className="break-words font-medium underline-offset-4 hover:underline"
      >
        {name}
      </IntentLink>{' '}
      {number.label && <span className="whitespace-nowrap text-muted tabular">{formatted}</span>}
    </Line>
  )
}
