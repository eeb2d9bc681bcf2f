'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { useLeaveGuard } from '@/components/ui/use-leave-guard'
import { formatMoney } from '@/lib/money'
import type { GeneralInput } from '@/lib/settings/general'
import { EditConflict } from '../routing/edit-conflict'
import { useDraft } from '../routing/use-draft'
import { saveGeneralAction } from './actions'
import { type SavedState, untouched } from './settings-state'

type GeneralFormProps = {
  initial: GeneralInput
  version: string
  currencies: Option[]
  locales: Option[]
  timeZones: Option[]
}

export function GeneralForm({ initial, version: loaded, currencies, locales, timeZones }: GeneralFormProps) {
  const { fields, set, version, rebase, settle, changed } = useDraft({ fields: initial, version: loaded })
  const [state, submit, pending] = useActionState<SavedState<GeneralInput>, FormData>(async (_, form) => {
    const after = await saveGeneralAction(form)
    if (after.saved) {
      settle(fields, after.saved)
      toast.success('Settings saved. They are in effect.')
    }
    return after
  }, untouched)
  useLeaveGuard(() => changed)
  const { currency, locale, timeZone } = fields
  const conflict = state.theirs && state.theirs.version !== version ? state.theirs : null
  const say = {
    currency: nameIn(currencies),
    locale: nameIn(locales),
    timeZone: nameIn(timeZones),
    demoStore: (on: boolean) => (on ? 'On' : 'Off'),
  }

  return (
    <ActionForm action={submit} className="space-y-5">
      <input type="hidden" name="version" value={version} />
      {conflict && (
        <EditConflict
          of="page"
          by={conflict.by}
          rows={[
            { name: 'Store name', theirs: conflict.fields.storeName, mine: fields.storeName },
            {
              name: 'Currency',
              theirs: say.currency(conflict.fields.currency),
              mine: say.currency(currency),
            },
            { name: 'Language', theirs: say.locale(conflict.fields.locale), mine: say.locale(locale) },
            {
              name: 'Time zone',
              theirs: say.timeZone(conflict.fields.timeZone),
              mine: say.timeZone(timeZone),
            },
            {
              name: 'Demo store',
              theirs: say.demoStore(conflict.fields.demoStoreEnabled),
              mine: say.demoStore(fields.demoStoreEnabled),
            },
          ]}
          onChoose={take => rebase(conflict, take)}
        />
      )}
      <Field
        label="Store name"
        error={state.errors.storeName}
        hint="Shown in messages to the shop and at the top of this page."
      >
        <Input
          name="storeName"
          value={fields.storeName}
          onChange={event => set({ storeName: event.target.value })}
          maxLength={120}
          required
        />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Currency" error={state.errors.currency}>
          <Combobox
            name="currency"
            options={currencies}
            value={currency}
            onChange={next => set({ currency: next })}
          />
        </Field>
        <Field label="Language and region" error={state.errors.locale}>
          <Combobox name="locale" options={locales} value={locale} onChange={next => set({ locale: next })} />
        </Field>
      </div>
      <Field
        label="Time zone"
        error={state.errors.timeZone}
        hint={<Sample currency={currency} locale={locale} timeZone={timeZone} />}
      >
        <Combobox
          name="timeZone"
          options={timeZones}
          value={timeZone}
          onChange={next => set({ timeZone: next })}
        />
      </Field>
      <Switch
        name="demoStoreEnabled"
        checked={fields.demoStoreEnabled}
        onChange={event => set({ demoStoreEnabled: event.target.checked })}
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

function nameIn(options: Option[]) {
  return (value: string) => options.find(option => option.value === value)?.label ?? value
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
