import { CircleAlert } from 'lucide-react'
import { IntentLink } from '@/components/ui/intent-link'

/** On every admin page while orders are being lost. */
export function NoNumberBanner() {
  return (
    <div role="alert" className="border-red/30 border-b bg-red-soft py-2.5">
      <p className="mx-auto flex max-w-6xl items-start gap-2.5 px-4 sm:px-8">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-red" />
        <span>
          <strong className="font-medium">No default number is set.</strong> Shoppers without a matching rule
          can’t reach you.{' '}
          <IntentLink href="/admin/routing" className="font-medium text-red underline underline-offset-2">
            Set the default number
          </IntentLink>
        </span>
      </p>
    </div>
  )
}
