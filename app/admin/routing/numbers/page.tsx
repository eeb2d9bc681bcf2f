import { Phone, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { countClicksByNumber, listNumbers } from '@/lib/routing/numbers'
import { RoutingTabs } from '../routing-tabs'
import { type NumberRow, numberRow, otherNumbers } from './number-row'
import { NumbersList } from './numbers-list'

export const metadata: Metadata = { title: 'Numbers' }

const thirtyDays = 30 * 24 * 60 * 60 * 1000

export default async function NumbersPage() {
  await requireUser()
  const now = Date.now()
  const [{ locale, timeZone }, numbers] = await Promise.all([currentSettings(), listNumbers()])
  const defaultId = numbers.find(number => number.isDefault)?.id ?? null
  const rows = numbers.map(number => numberRow(number, { defaultId, timeZone, now }))
  const add = (
    <LinkButton href="/admin/routing/numbers/new" variant="primary">
      <Plus aria-hidden /> Add number
    </LinkButton>
  )
  return (
    <>
      <PageHeader title="Numbers" description={describeNumbers(rows)} action={add} />
      <RoutingTabs />
      {rows.length === 0 ? (
        <Card flush>
          <EmptyState
            icon={<Phone />}
            title="No numbers yet"
            body="A number is somebody who answers, by name: Ana, Shoes. Many rules can use it, and a new phone is entered once, here."
            action={add}
          />
        </Card>
      ) : (
        <NumbersList
          numbers={rows}
          options={otherNumbers(numbers, null)}
          clicks={countClicksByNumber(new Date(now - thirtyDays))}
          timeZone={timeZone}
          locale={locale}
        />
      )}
    </>
  )
}

/** How things stand, in one sentence. */
function describeNumbers(numbers: readonly NumberRow[]): string {
  if (numbers.length === 0) return 'The people who answer on WhatsApp, each by name.'
  const of = (kind: NumberRow['state']['kind']) => numbers.filter(({ state }) => state.kind === kind).length
  const [open, closed, paused] = [of('open'), of('closed'), of('paused')]
  const parts = [`${open} of ${numbers.length} open now`]
  if (closed > 0) parts.push(`${closed} closed`)
  if (paused > 0) parts.push(`${paused} paused`)
  return `${parts.join(', ')}. Rules use a number by its name: when its phone changes, change it here and every rule follows.`
}
