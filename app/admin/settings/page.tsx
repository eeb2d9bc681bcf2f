import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { listNumbers } from '@/lib/routing/numbers'
import { generalFields } from '@/lib/settings/general'
import { listCurrencies, listLocales, listTimeZones } from '@/lib/settings/regions'
import { versionOf } from '@/lib/settings/saving'
import { formatNumber } from '@/lib/whatsapp/number'
import { DefaultNumberCard } from '../routing/default-number-card'
import { numberChoice } from '../routing/form-data'
import { GeneralForm } from './general-form'

export const metadata: Metadata = { title: 'Settings' }

export default async function GeneralSettingsPage() {
  await requireUser()
  const [settings, numbers] = await Promise.all([currentSettings(), listNumbers()])
  const { defaultNumber } = settings
  const fields = generalFields(settings)
  return (
    <div className="max-w-2xl space-y-6">
      <DefaultNumberCard
        number={defaultNumber && { ...defaultNumber, formatted: formatNumber(defaultNumber.digits) }}
        choices={numbers.map(numberChoice)}
      />
      <Card title="Shop">
        <GeneralForm
          initial={fields}
          version={versionOf(fields)}
          currencies={listCurrencies()}
          locales={listLocales(settings.locale)}
          timeZones={listTimeZones([settings.timeZone], new Date())}
        />
      </Card>
    </div>
  )
}
