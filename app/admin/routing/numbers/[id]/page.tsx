import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listNumbers } from '@/lib/routing/numbers'
import { idInput } from '@/lib/routing/rule-input'
import { NumberForm } from '../number-form'
import { fieldsOfNumber } from '../number-form-fields'
import { numberRow, otherNumbers } from '../number-row'
import { listNumberTimeZones } from '../number-time-zones'
import { NumberButtons } from './number-buttons'
import { NumberUses } from './number-uses'

export const metadata: Metadata = { title: 'Edit number' }

export default async function EditNumberPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser()
  const input = idInput.safeParse(await params)
  if (!input.success) notFound()
  const [{ locale, timeZone }, numbers] = await Promise.all([currentSettings(), listNumbers()])
  const number = numbers.find(({ id }) => id === input.data.id)
  if (!number) notFound()
  const defaultId = numbers.find(({ isDefault }) => isDefault)?.id ?? null
  const row = numberRow(number, { defaultId, timeZone, now: Date.now() })
  const others = otherNumbers(numbers, number.id)
  return (
    <>
      <PageHeader
        back={{ href: '/admin/routing/numbers', label: 'Numbers' }}
        title={row.name}
        description="Every rule that uses it follows the moment you save; the history keeps the old digits."
        action={<NumberButtons number={row} others={others} />}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card>
          <NumberForm
            number={{
              id: number.id,
              version: number.updatedAt.toISOString(),
              paused: row.paused,
              isDefault: row.isDefault,
              isDemo: row.isDemo,
            }}
            initial={fieldsOfNumber(number)}
            backups={others}
            timeZones={listNumberTimeZones(timeZone, number.timeZone, new Date())}
          />
        </Card>
        <NumberUses number={row} timeZone={timeZone} locale={locale} />
      </div>
    </>
  )
}
