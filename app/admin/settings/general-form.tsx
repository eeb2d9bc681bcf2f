'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { formatMoney } from '@/lib/money'
import type { GeneralInput } from '@/lib/settings/general'
import { saveGeneralAction } from './actions'
import { type SettingsState, untouched } from './settings-state'

type GeneralFormProps = {
  initial: GeneralInput
  currencies: Option[]
  locales: Option[]
  timeZones: Option[]
}

export function GeneralForm({ initial, currencies, locales, timeZones }: GeneralFormProps) {
  const [currency, setCurrency] = useState(initial.currency)
  const [locale, setLocale] = useState(initial.locale)
  const [timeZone, setTimeZone] = useState(initial.timeZone)
  const [state, submit, pending] = useActionState(async (before: SettingsState, form: FormData) => {
    const after = await saveGeneralAction(before, form)
    if (after.ok) toast.success('Settings saved. They are in effect.')
    return after
  }, untouched)

  return (
    <ActionForm action={submit} className="space-y-5">
      <Field
        label="Store name"
        error={state.errors.storeName}
        hint="Shown in messages to the shop and at the top of this page."
      >
        <Input name="storeName" defaultValue={initial.storeName} maxLength={120} required />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Currency" error={state.errors.currency}>
          <Combobox name="currency" options={currencies} value={currency} onChange={setCurrency} />
        </Field>
        <Field label="Language and region" error={state.errors.locale}>
          <Combobox name="locale" options={locales} value={locale} onChange={setLocale} />
        </Field>
      </div>
      <Field
        label="Time zone"
        error={state.errors.timeZone}
        hint={<Sample currency={currency} locale={locale} timeZone={timeZone} />}
      >
        <Combobox name="timeZone" options={timeZones} value={timeZone} onChange={setTimeZone} />
      </Field>
      <Switch
        name="demoStoreEnabled"
        defaultChecked={initial.demoStoreEnabled}
        label="Demo store"
        hint="A small shop under /store with your own catalogue, to try the WhatsApp buttons. Anybody can open it while it is on."
      />
      <div className="border-t pt-5">
        <Button type="submit" variant="primary" pending={pending}>
          Save settings
        </Button>
      </div>
    </ActionForm>
  )
}

/** What prices and times will look like. */
function Sample({ currency, locale, timeZone }: { currency: string; locale: string; timeZone: string }) {
  const time = new Date().toLocaleString(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  return (
    <span suppressHydrationWarning>
      Prices and times look like this: {formatMoney('1234.5', currency, locale)} and {time}. A day starts at
      midnight there.
    </span>
  )
}
