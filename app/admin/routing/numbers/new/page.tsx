import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listNumbers } from '@/lib/routing/numbers'
import { NumberForm } from '../number-form'
import { emptyNumber } from '../number-form-fields'
import { otherNumbers } from '../number-row'
import { listNumberTimeZones } from '../number-time-zones'

export const metadata: Metadata = { title: 'Add number' }

export default async function NewNumberPage() {
  await requireUser()
  const [{ timeZone }, numbers] = await Promise.all([currentSettings(), listNumbers()])
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        back={{ href: '/admin/routing/numbers', label: 'Numbers' }}
        title="Add number"
        description="Somebody who answers on WhatsApp. Rules use the number by its label."
      />
      <Card>
        <NumberForm
          number={null}
          initial={emptyNumber}
          backups={otherNumbers(numbers, null)}
          timeZones={listNumberTimeZones(timeZone, null, new Date())}
        />
      </Card>
    </div>
  )
}
