import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import type { ListedRule } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import { Line } from './line'
import { PathText } from './path-text'
import { ArchiveRuleButton, ResumeRuleButton } from './rule-fixes'

type RuleRowProps = { rule: ListedRule; why: 'unreachable' | 'paused' | 'idle' }

export function RuleRow({ rule, why }: RuleRowProps) {
  const { id, path, number, state, category } = rule
  const name = path.join(' › ')
  return (
    <Line
      action={
        <>
          {why === 'paused' && <ResumeRuleButton id={id} category={name} />}
          {state === 'category_archived' && (
            <LinkButton
              href="/admin/products/categories"
              size="sm"
              aria-label={`Restore the category ${name}`}
            >
              Restore category
            </LinkButton>
          )}
          {why === 'idle' && (
            <LinkButton
              href={`/admin/products?category=${category.id}`}
              size="sm"
              variant="ghost"
              aria-label={`Products in ${name}`}
            >
              Products
            </LinkButton>
          )}
          <ArchiveRuleButton id={id} category={name} />
        </>
      }
    >
      <IntentLink href={`/admin/routing/${id}`} className="underline-offset-4 hover:underline">
        <PathText path={path} />
      </IntentLink>
      <span className="mt-0.5 block break-words text-muted">
        to {number.label || formatNumber(number.digits)}
        {why === 'unreachable' &&
          (state === 'category_archived' ? ', but the category is archived' : ', but no product is in it')}
      </span>
    </Line>
  )
}
