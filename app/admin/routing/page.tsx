import { Plus, Route } from 'lucide-react'
import type { Metadata } from 'next'
import { z } from 'zod'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import {
  countProductsByRule,
  listEmptyRuleCategories,
  listProductsWithSeveralRules,
} from '@/lib/routing/coverage'
import { listNumbers } from '@/lib/routing/numbers'
import { listRules } from '@/lib/routing/rules'
import { formatNumber } from '@/lib/whatsapp/number'
import { DefaultNumberButton } from './default-number'
import { NumberText } from './number-text'
import { NumbersCard } from './numbers-card'
import { RulesTable } from './rules-table'
import { describeOtherwise, describeStanding } from './standing'
import { Tester } from './tester'
import { Warnings } from './warnings'

export const metadata: Metadata = { title: 'Routing' }

const query = z.object({ product: z.string().trim().max(200).catch('').default('') })

type RoutingPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RoutingPage({ searchParams }: RoutingPageProps) {
  await requireUser()
  const { product } = query.parse(await searchParams)
  const [{ locale }, rules, numbers, products, empty, shared] = await Promise.all([
    currentSettings(),
    listRules(),
    listNumbers(),
    countProductsByRule(),
    listEmptyRuleCategories(),
    listProductsWithSeveralRules({ limit: 20 }),
  ])
  const defaultNumber = numbers.find(number => number.isDefault) ?? null
  const choices = numbers.map(({ digits, label }) => ({ digits, label, formatted: formatNumber(digits) }))
  const current = defaultNumber && {
    formatted: formatNumber(defaultNumber.digits),
    label: defaultNumber.label,
  }
  const addRule = (
    <LinkButton href="/admin/routing/new" variant="primary">
      <Plus aria-hidden /> Add rule
    </LinkButton>
  )

  return (
    <>
      <PageHeader title="Routing" description={describeStanding(rules, defaultNumber)} action={addRule} />
      <div className="space-y-6">
        <Card>
          <div className="flex flex-wrap items-center justify-between gap-4">
            <div>
              <h2 className="mb-1 text-muted">Default number</h2>
              {defaultNumber ? (
                <NumberText number={defaultNumber} />
              ) : (
                <p className="font-medium text-red">Not set: orders without a rule reach nobody</p>
              )}
            </div>
            <DefaultNumberButton choices={choices} current={current} />
          </div>
        </Card>
        <Warnings empty={empty} shared={shared} />
        <Card flush>
          {rules.length === 0 ? (
            <EmptyState
              icon={<Route />}
              title="No rules yet"
              body="A rule sends the orders of one category to one WhatsApp number: shoes to Ana, bags to Ben. Everything else goes to the default number."
              action={addRule}
            />
          ) : (
            <RulesTable
              rules={rules}
              products={products}
              otherwise={describeOtherwise(defaultNumber)}
              locale={locale}
            />
          )}
        </Card>
        <Tester text={product} />
        {numbers.length > 0 && <NumbersCard numbers={numbers} />}
      </div>
    </>
  )
}
