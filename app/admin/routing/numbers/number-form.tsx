'use client'

import { useRouter } from 'next/navigation'
import { useActionState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { useLeaveGuard } from '@/components/ui/use-leave-guard'
import { useParsedNumber } from '../number-fields'
import { NumberPreview } from '../number-preview'
import { type SaveState, untouched } from '../save-state'
import { useDraft } from '../use-draft'
import { useLeft } from '../use-left'
import { createNumberAction, updateNumberAction } from './actions'
import { draftOf } from './hours-draft'
import { HoursField } from './hours-field'
import { NumberConflict } from './number-conflict'
import type { NumberFormFields } from './number-form-fields'

type NumberFormProps = {
  /** Null adds a number. */
  number: { id: number; version: string; paused: boolean; isDefault: boolean; isDemo: boolean } | null
  initial: NumberFormFields
  /** Numbers that can stand in. */
  backups: Option[]
  timeZones: Option[]
}

export function NumberForm({ number, initial, backups, timeZones }: NumberFormProps) {
  const router = useRouter()
  const { fields, set, version, rebase, changed } = useDraft({
    fields: initial,
    version: number?.version ?? '',
  })
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    const result = await (number ? updateNumberAction(form) : createNumberAction(form))
    if (result.ok) {
      toast.success(number ? 'Number saved. It is in effect.' : 'Number added.')
      router.push('/admin/routing/numbers')
    }
    return result
  }, untouched)
  useLeaveGuard(() => changed && !state.ok)

  const conflict = state.theirs && state.theirs.version !== version ? state.theirs : null

  return (
    <ActionForm action={submit} className="space-y-6">
      {number && (
        <>
          <input type="hidden" name="id" value={number.id} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
      {state.message && <Alert tone="red">{state.message}</Alert>}
      {conflict && (
        <NumberConflict
          theirs={conflict}
          mine={fields}
          wasPaused={number?.paused ?? false}
          backups={backups}
          onChoose={(theirs, take) => rebase({ fields: theirs, version: conflict.version }, take)}
        />
      )}
      <Field
        label="Label"
        note="optional"
        error={state.errors.label}
        hint="Who answers there, for example “Ana, Shoes”. Shoppers never see it."
      >
        <Input
          name="label"
          maxLength={80}
          autoComplete="off"
          value={fields.label}
          onChange={event => set({ label: event.target.value })}
        />
      </Field>
      <PhoneField
        value={fields.number}
        isDemo={number?.isDemo === true && fields.number === initial.number}
        onChange={text => set({ number: text })}
        error={state.errors.number}
      />
      <Field
        label="Backup number"
        error={state.errors.backupNumberId}
        hint={
          number?.isDefault
            ? 'Takes the orders while this number is paused or closed. Without one they still come here: it is the default number.'
            : 'Takes the orders while this number is paused or closed. Without one they go to the default number.'
        }
      >
        <Combobox
          name="backupNumberId"
          options={[{ value: '', label: 'None' }, ...backups]}
          value={fields.backupNumberId}
          onChange={backupNumberId => set({ backupNumberId })}
          searchPlaceholder="Search numbers"
          emptyText="No number is called that."
        />
      </Field>
      <HoursField
        week={fields.week}
        onChange={week => set({ week })}
        proposal={initial.week ?? draftOf(null)}
        timeZone={fields.timeZone}
        onTimeZone={timeZone => set({ timeZone })}
        timeZones={timeZones}
        errors={state.errors}
      />
      <div className="flex flex-wrap gap-2 border-t pt-5">
        <Button type="submit" variant="primary" pending={pending || state.ok}>
          {number ? 'Save number' : 'Add number'}
        </Button>
        <LinkButton href="/admin/routing/numbers" variant="ghost" data-discards>
          Cancel
        </LinkButton>
      </div>
    </ActionForm>
  )
}

type PhoneFieldProps = {
  value: string
  isDemo: boolean
  onChange: (text: string) => void
  error: string | undefined
}

/** Doubts are shown, digits are never rewritten. */
function PhoneField({ value, isDemo, onChange, error }: PhoneFieldProps) {
  const { left, onBlur } = useLeft(value)
  const parsed = useParsedNumber(value)
  const problem = parsed && !parsed.ok && left ? parsed.message : undefined
  return (
    <Field
      label="WhatsApp number"
      error={problem ?? error}
      hint={<NumberPreview parsed={parsed} known={null} isDemo={isDemo} hasChoices={false} />}
    >
      <Input
        name="number"
        type="tel"
        inputMode="tel"
        autoComplete="off"
        placeholder="+44 7700 900123"
        maxLength={60}
        value={value}
        onChange={event => onChange(event.target.value)}
        onBlur={onBlur}
      />
    </Field>
  )
}
