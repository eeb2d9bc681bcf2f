import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { listNumbers } from '@/lib/routing/numbers'
import { listCurrencies, listLocales, listTimeZones } from '@/lib/settings/regions'
import { formatNumber } from '@/lib/whatsapp/number'
import { DefaultNumberButton } from '../routing/default-number'
import { NumberText } from '../routing/number-text'
import { GeneralForm } from './general-form'

export const metadata: Metadata = { title: 'Settings' }

export default async function GeneralSettingsPage() {
  await requireUser()
  const [settings, numbers] = await Promise.all([currentSettings(), listNumbers()])
  const { defaultNumber } = settings
  const choices = numbers.map(({ digits, label }) => ({ digits, label, formatted: formatNumber(digits) }))
  return (
    <div className="max-w-2xl space-y-6">
      <Card
        title="Default number"
        description="Orders without a matching rule and the floating button go here."
        action={
          <DefaultNumberButton
            choices={choices}
            current={
              defaultNumber && { formatted: formatNumber(defaultNumber.digits), label: defaultNumber.label }
            }
          />
        }
      >
        {defaultNumber ? (
          <NumberText number={defaultNumber} />
        ) : (
          <p className="text-red">Not set. Shoppers without a matching rule can’t reach you.</p>
        )}
      </Card>
      <Card title="Shop">
        <GeneralForm
          initial={settings}
          currencies={listCurrencies()}
          locales={listLocales(settings.locale)}
          timeZones={listTimeZones(settings.timeZone, new Date())}
        />
      </Card>
    </div>
  )
}
