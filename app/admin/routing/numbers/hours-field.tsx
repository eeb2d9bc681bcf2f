'use client'

import { useRef } from 'react'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import type { DraftWeek } from './hours-draft'
import { HoursEditor } from './hours-editor'

type HoursFieldProps = {
  /** Null: always open. */
  week: DraftWeek | null
  onChange: (week: DraftWeek | null) => void
  /** What a week starts from when hours are switched on. */
  proposal: DraftWeek
  timeZone: string
  onTimeZone: (timeZone: string) => void
  timeZones: Option[]
  errors: Record<string, string | undefined>
}

export function HoursField(props: HoursFieldProps) {
  const { week, onChange, proposal, timeZone, onTimeZone, timeZones, errors } = props
  /** Switched off and on again, nothing typed is lost. */
  const kept = useRef(proposal)

  function toggle(on: boolean) {
    if (week) kept.current = week
    onChange(on ? kept.current : null)
  }

  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="sr-only">Opening hours</legend>
      <Switch
        checked={week !== null}
        onChange={event => toggle(event.target.checked)}
        label="Only at certain hours"
        hint="Off: this number takes orders day and night. On: outside these hours they go to its backup."
      />
      {week && (
        <>
          <HoursEditor week={week} onChange={onChange} error={errors.hours} />
          <Field label="Time zone" error={errors.timeZone} hint="Of the person who answers there.">
            <Combobox name="timeZone" options={timeZones} value={timeZone} onChange={onTimeZone} />
          </Field>
        </>
      )}
    </fieldset>
  )
}
