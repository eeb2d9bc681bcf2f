import { Download, FileUp, Plus, Route } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { countProductsByRule } from '@/lib/routing/coverage'
import { listNumbers } from '@/lib/routing/numbers'
import { countClicksByRule, listRules } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import { DefaultNumberCard } from './default-number-card'
import { numberChoice } from './form-data'
import { awayInWords } from './number-state'
import { RoutingTabs } from './routing-tabs'
import { ruleRow } from './rule-row'
import { rulesQuery } from './rules-filter'
import { RulesList } from './rules-list'
import { describeOtherwise, describeStanding } from './standing'

export const metadata: Metadata = { title: 'Routing' }

const thirtyDays = 30 * 24 * 60 * 60 * 1000

type RoutingPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RoutingPage({ searchParams }: RoutingPageProps) {
  await requireUser()
  const query = rulesQuery.parse(await searchParams)
  const now = Date.now()
  const [{ locale, timeZone }, rules, numbers, products] = await Promise.all([
    currentSettings(),
    listRules(),
    listNumbers(),
    countProductsByRule(),
  ])
  const defaultNumber = numbers.find(number => number.isDefault) ?? null
  const choices = numbers.map(numberChoice)
  const rows = rules.map(rule => ruleRow(rule, { numbers, products, timeZone, now }))
  const addRule = (
    <LinkButton href="/admin/routing/new" variant="primary">
      <Plus aria-hidden /> Add rule
    </LinkButton>
  )
  const importRules = (
    <LinkButton href="/admin/routing/import">
      <FileUp aria-hidden /> Import
    </LinkButton>
  )

  return (
    <>
      <PageHeader
        title="Routing"
        description={describeStanding(rules, defaultNumber)}
        action={
          <>
            {rules.length > 0 && (
              <LinkButton href="/api/admin/rules" download>
                <Download aria-hidden /> Export
              </LinkButton>
            )}
            {importRules}
            {addRule}
          </>
        }
      />
      <RoutingTabs />
      <div className="space-y-6">
        <DefaultNumberCard
          number={
            defaultNumber && {
              ...defaultNumber,
              formatted: formatNumber(defaultNumber.digits),
              away: awayInWords(defaultNumber, timeZone, now),
            }
          }
          choices={choices}
        />
        {rules.length === 0 ? (
          <Card flush>
            <EmptyState
              icon={<Route />}
              title="No rules yet"
              body="A rule sends the orders of one category to one WhatsApp number: shoes to Ana, bags to Ben. Everything else goes to the default number."
              action={addRule}
            />
          </Card>
        ) : (
          <div>
            <RulesList
              rules={rows}
              initial={query}
              clicks={countClicksByRule(new Date(now - thirtyDays))}
              numbers={choices}
              otherwise={describeOtherwise(defaultNumber)}
              locale={locale}
            />
          </div>
        )}
      </div>
    </>
  )
}
