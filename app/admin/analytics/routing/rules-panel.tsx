import { Plus } from 'lucide-react'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/link-button'
import { findingRouting } from '@/lib/clicks/findings'
import { getRoutingHealth, type RoutingHealth } from '@/lib/clicks/routing-health'
import { reasonLabel } from '@/lib/clicks/words'
import { Panel } from '../panel'
import { RankList } from '../rank-list'
import type { PanelProps } from '../read-view'
import { type AnalyticsView, viewHref } from '../view'
import { CauseLink } from './cause-link'

const SHOWN_RULES = 10

/** "Is routing right?" What a rule sent, what went to the default number and why, and what to do about it. */
export async function RulesPanel({ view, timeZone, locale, now }: PanelProps) {
  const health = await getRoutingHealth({ filters: view.filters, timeZone, now })
  if (health.total === 0)
    return <Panel question="Is routing right?" finding={findingRouting(health, locale)} />
  return (
    <Panel
      question="Is routing right?"
      finding={
        <>
          {findingRouting(health, locale)} <CauseLink health={health} view={view} />
        </>
      }
    >
      <div className="space-y-7">
        {health.missingRules.length > 0 && <MissingRules health={health} locale={locale} />}
        <section aria-label="To the default number">
          <h3 className="mb-2 font-medium">To the default number, because</h3>
          {health.reasons.length === 0 && <p className="text-muted">Nothing: every click went by a rule.</p>}
          <div className="space-y-3">
            {health.reasons.map(reason => (
              <ReasonRow
                key={reason.reason}
                reason={reason}
                total={health.total}
                view={view}
                locale={locale}
              />
            ))}
          </div>
        </section>
        {health.rules.length > 0 && (
          <section aria-label="By a rule">
            <h3 className="mb-2 font-medium">By a rule</h3>
            <RankList total={health.total} locale={locale} rows={ruleRows(health, view)} />
            {health.rules.length > SHOWN_RULES && (
              <p className="mt-2 text-muted">
                And {health.rules.length - SHOWN_RULES} more with{' '}
                {sum(health.rules.slice(SHOWN_RULES)).toLocaleString(locale)} clicks.
              </p>
            )}
          </section>
        )}
      </div>
    </Panel>
  )
}

function MissingRules({ health, locale }: { health: RoutingHealth; locale: string }) {
  const more = health.missingRulesTotal - health.missingRules.length
  return (
    <section aria-label="Rules to add" className="rounded-lg bg-amber-soft p-4">
      <h3 className="font-medium">Categories without a rule that people ask for</h3>
      <ul className="mt-2 divide-y divide-amber/20">
        {health.missingRules.map(({ categoryId, categoryPath, count, products }) => {
          const path = categoryPath.join(' › ')
          return (
            <li key={categoryId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span dir="auto" className="min-w-0 flex-1 basis-40 break-words text-left">
                {path}
              </span>
              <span className="text-muted tabular">
                {count.toLocaleString(locale)} {count === 1 ? 'click' : 'clicks'} on {products}{' '}
                {products === 1 ? 'product' : 'products'}
              </span>
              <LinkButton
                href={`/admin/routing/new?category=${categoryId}`}
                size="sm"
                aria-label={`Add a rule for ${path}`}
              >
                <Plus aria-hidden /> Add rule
              </LinkButton>
            </li>
          )
        })}
      </ul>
      {more > 0 && <p className="mt-2 text-muted">And {more.toLocaleString(locale)} more.</p>}
    </section>
  )
}

type ReasonRowProps = {
  reason: RoutingHealth['reasons'][number]
  total: number
  view: AnalyticsView
  locale: string
}

function ReasonRow({ reason: { reason, products, ...counts }, total, view, locale }: ReasonRowProps) {
  return (
    <div>
      <RankList
        total={total}
        locale={locale}
        rows={[
          {
            key: reason,
            label: reasonLabel(reason),
            ...counts,
            href: viewHref(view, { filters: { reason } }),
          },
        ]}
      />
      {products.length > 0 && (
        <p className="mt-0.5 line-clamp-2 text-muted text-xs">
          Most of all:{' '}
          {products.map(({ id, name, count }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link
                href={viewHref(view, { filters: { reason, productId: id } })}
                prefetch={false}
                className="underline-offset-2 hover:text-text hover:underline"
              >
                <bdi>{name ?? `product ${id}`}</bdi> ({count.toLocaleString(locale)})
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function ruleRows({ rules }: RoutingHealth, view: AnalyticsView) {
  return rules.slice(0, SHOWN_RULES).map(({ ruleId, categoryPath, isArchived, count, previous }) => ({
    key: String(ruleId),
    label: categoryPath.join(' › ') || 'A rule that is gone',
    hint: ruleId !== null && isArchived ? 'This rule has been removed' : undefined,
    count,
    previous,
    href: ruleId === null ? null : viewHref(view, { filters: { reason: 'rule', ruleId } }),
  }))
}

function sum(counted: { count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0)
}
