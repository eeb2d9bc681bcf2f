'use client'

import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { askRetentionAction, saveRetentionAction } from './actions'
import { keepChoices } from './keep-choices'

type Asked = { keepDays: number; count: number }

/** Says what goes and what stays; asks before clicks go. `keepDays` null: for ever. */
export function RetentionForm({ keepDays, locale }: { keepDays: number | null; locale: string }) {
  const initial = keepDays === null ? '' : String(keepDays)
  const isListed = keepChoices.some(choice => choice.value === initial)
  const form = useRef<HTMLFormElement>(null)
  const [keep, setKeep] = useState(isListed ? initial : 'custom')
  const [error, setError] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [pending, startTransition] = useTransition()

  function submit(fields: FormData) {
    startTransition(async () => {
      const answer = await askRetentionAction(fields)
      setError(answer.step === 'refused' ? answer.error : null)
      if (answer.step === 'ask') setAsked(answer)
      if (answer.step === 'saved') toast.success('Saved. No click goes now.')
    })
  }

  async function confirm() {
    if (!form.current) return
    const answer = await saveRetentionAction(new FormData(form.current))
    if (answer.step === 'refused') return { error: answer.error }
    toast.success('Saved. The old clicks are being folded into totals.')
  }

  return (
    <form
      ref={form}
      onSubmit={event => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
      className="space-y-5"
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Keep each click">
          <Select
            name="keep"
            value={keep}
            onChange={event => {
              setKeep(event.target.value)
              setError(null)
            }}
            options={keepChoices}
          />
        </Field>
        {keep === 'custom' && (
          <Field label="Days" error={error}>
            <Input
              name="days"
              inputMode="numeric"
              defaultValue={isListed ? '' : initial}
              maxLength={6}
              required
              autoFocus={isListed}
            />
          </Field>
        )}
      </div>
      <Consequences forever={keep === ''} />
      <div className="border-t pt-5">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={open => !open && setAsked(null)}
        title={asked ? `Take ${clicks(asked.count, locale)} out of the list?` : ''}
        body={
          asked && (
            <>
              <p>
                {clicks(asked.count, locale)} {asked.count === 1 ? 'is' : 'are'} older than{' '}
                {asked.keepDays === 1 ? '1 day' : `${asked.keepDays.toLocaleString(locale)} days`}. They go
                from the list, from search and from exports, and can’t be brought back.
              </p>
              <p className="mt-2">
                The totals keep counting them: the trend, products, numbers and reasons stay.
              </p>
            </>
          )
        }
        confirmLabel="Fold them into totals"
        action={confirm}
      />
    </form>
  )
}

function Consequences({ forever }: { forever: boolean }) {
  if (forever) return <p className="text-muted">Every click stays in the list, with its trace, for good.</p>
  return (
    <dl className="grid gap-x-4 gap-y-2 text-muted sm:grid-cols-[auto_minmax(0,1fr)]">
      <dt className="font-medium text-text">Stays</dt>
      <dd>
        How many clicks there were in each quarter of an hour, by product, page type, device, number, reason
        and kind of visitor. All charts and lists of Analytics go on counting them.
      </dd>
      <dt className="font-medium text-text">Goes</dt>
      <dd>The single clicks: their lines in the table, their traces, and their lines in exports.</dd>
    </dl>
  )
}

function clicks(count: number, locale: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? 'click' : 'clicks'}`
}
