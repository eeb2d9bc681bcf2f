import { type ReactNode, Suspense } from 'react'
import { Card } from '@/components/ui/card'
import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import { Skeleton } from '@/components/ui/skeleton'
import { countClicksByNumber } from '@/lib/routing/numbers'
import { listRules } from '@/lib/routing/rules'
import type { NumberRow } from '../number-row'
import { StateBadge } from '../state-badge'
import { TestLink } from '../test-link'
import { Tested } from '../tested'

const thirtyDays = 30 * 24 * 60 * 60 * 1000
const listed = 8

type NumberUsesProps = { number: NumberRow; timeZone: string; locale: string }

/** How the number stands and what sends orders to it. */
export async function NumberUses({ number, timeZone, locale }: NumberUsesProps) {
  const rules = (await listRules()).filter(rule => rule.number.id === number.id)
  return (
    <div className="space-y-6">
      <Card title="Now">
        <dl className="space-y-3">
          <Fact name="State">
            <StateBadge state={number.state} hours={number.hours} />
          </Fact>
          <Fact name="Clicks, 30 days">
            <Suspense fallback={<Skeleton className="h-5 w-10" />}>
              <Clicks id={number.id} locale={locale} />
            </Suspense>
          </Fact>
          <Fact name="Last tested">
            <Tested number={number} timeZone={timeZone} locale={locale} />
          </Fact>
        </dl>
        <div className="mt-4">
          <TestLink id={number.id} href={`https://wa.me/${number.digits}`} name={number.name} />
        </div>
      </Card>
      <Card title="Used by">
        {number.isDefault && <p className="mb-3">The default number: everything without a rule goes here.</p>}
        {number.backupForCount > 0 && (
          <p className="mb-3">
            Backup of {number.backupForCount === 1 ? '1 number' : `${number.backupForCount} numbers`}.
          </p>
        )}
        {rules.length === 0 ? (
          <p className="text-muted">No rule uses it.</p>
        ) : (
          <ul className="space-y-2">
            {rules.slice(0, listed).map(({ id, path }) => (
              <li key={id}>
                <IntentLink
                  href={`/admin/routing/${id}`}
                  title={path.join(' › ')}
                  className="block truncate underline-offset-4 hover:underline"
                >
                  {path.at(-1)}
                  {path.length > 1 && <span className="text-muted"> in {path.slice(0, -1).join(' › ')}</span>}
                </IntentLink>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-4 flex flex-wrap gap-2">
          {rules.length > 0 && (
            <LinkButton size="sm" href={`/admin/routing?number=${number.id}`}>
              {rules.length > listed ? `All ${rules.length.toLocaleString(locale)} rules` : 'Show in rules'}
            </LinkButton>
          )}
          <LinkButton size="sm" variant="ghost" href={`/admin/routing/new?number=${number.id}`}>
            Add rule
          </LinkButton>
        </div>
      </Card>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-start justify-between gap-4">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 text-right tabular">{children}</dd>
    </div>
  )
}

async function Clicks({ id, locale }: { id: number; locale: string }) {
  const clicks = await countClicksByNumber(new Date(Date.now() - thirtyDays))
  return (clicks.get(id) ?? 0).toLocaleString(locale)
}
