import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { getRetention } from '@/lib/clicks/retention'
import { RetentionForm } from './retention-form'
import { RetentionStatus } from './retention-status'

export const metadata: Metadata = { title: 'Clicks' }

export default async function ClickSettingsPage() {
  await requireUser()
  const [{ timeZone, locale }, retention] = await Promise.all([currentSettings(), getRetention()])
  return (
    <div className="max-w-2xl space-y-6">
      <Card
        title="How long clicks are kept"
        description="Each click is kept with its time, product, page, device, number and reason, and nothing about the shopper. Old ones can be folded into totals."
      >
        <RetentionForm key={retention.keepDays} keepDays={retention.keepDays} locale={locale} />
      </Card>
      <RetentionStatus retention={retention} now={new Date()} timeZone={timeZone} locale={locale} />
    </div>
  )
}
