'use client'

import { Search } from 'lucide-react'
import Form from 'next/form'
import { useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { testerHref, weekdays } from './tester-links'

const typingPauseMs = 200

type TesterFormProps = { timeZones: Option[]; shopZone: string }

/** A plain GET form; with scripts the answer follows each keystroke, and the address what was asked. */
export function TesterForm({ timeZones, shopZone }: TesterFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const params = useSearchParams()
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const [zone, setZone] = useState(params.get('zone') ?? shopZone)
  const value = (name: string, otherwise = '') => params.get(name) ?? otherwise

  // A link or the back button changed the address: the fields follow, but never under the typist's fingers.
  useEffect(() => {
    if (typing.current !== undefined) return
    for (const field of form.current?.elements ?? []) fill(field, params)
    setZone(params.get('zone') ?? shopZone)
  }, [params, shopZone])
  useEffect(() => () => clearTimeout(typing.current), [])

  function apply(changed: Record<string, string> = {}) {
    clearTimeout(typing.current)
    typing.current = undefined
    if (!form.current) return
    const fields = { ...Object.fromEntries(new FormData(form.current)), ...changed }
    // A later answer takes the place of one that is still under way.
    startTransition(() => router.replace(testerHref(fields, shopZone), { scroll: false }))
  }

  function change({ target }: FormEvent) {
    // What is typed into the list of time zones bubbles up here, too.
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.name) return
    clearTimeout(typing.current)
    if (target instanceof HTMLInputElement) typing.current = setTimeout(apply, typingPauseMs)
    else apply()
  }

  return (
    <Card className="mb-6">
      <Form
        ref={form}
        action="/admin/routing/tester"
        role="search"
        aria-busy={pending}
        onChange={change}
        onSubmit={event => {
          event.preventDefault()
          apply()
        }}
        className="group space-y-4"
      >
        <div className="flex items-end gap-2">
          <Field label="Product, cart, link or page" className="min-w-0 flex-1">
            <Input
              type="search"
              name="q"
              defaultValue={value('q')}
              maxLength={4000}
              autoComplete="off"
              dir="auto"
              placeholder="Blue mug, or 12:2,34:1, or https://…"
            />
          </Field>
          <Button type="submit" aria-label="Test" pending={pending} className="w-11 px-0">
            {!pending && <Search aria-hidden />}
          </Button>
        </div>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[10rem_11rem_1fr]">
          <Field label="Device">
            <Select
              name="device"
              defaultValue={value('device', 'mobile')}
              options={[
                { value: 'mobile', label: 'Phone' },
                { value: 'desktop', label: 'Computer' },
              ]}
            />
          </Field>
          <Field label="When">
            <Select
              name="when"
              defaultValue={value('when', 'now')}
              options={[
                { value: 'now', label: 'Now' },
                { value: 'weekday', label: 'On a weekday' },
                { value: 'date', label: 'At a date' },
              ]}
            />
          </Field>
          <div className="hidden gap-4 group-has-[option[value=weekday]:checked]:grid group-has-[option[value=date]:checked]:grid sm:col-span-full sm:grid-cols-2 lg:col-span-1 lg:grid-cols-[1fr_1fr]">
            <div className="hidden grid-cols-[1fr_7.5rem] gap-2 group-has-[option[value=weekday]:checked]:grid">
              <Field label="Weekday">
                <Select name="day" defaultValue={value('day', '0')} options={weekdays} />
              </Field>
              <Field label="Time">
                <Input type="time" name="time" defaultValue={value('time', '12:00')} />
              </Field>
            </div>
            <Field label="Date and time" className="hidden group-has-[option[value=date]:checked]:block">
              <Input type="datetime-local" name="at" defaultValue={value('at')} />
            </Field>
            <Field label="In the time of">
              <Combobox
                name="zone"
                options={timeZones}
                value={zone}
                onChange={next => {
                  setZone(next)
                  apply({ zone: next })
                }}
                searchPlaceholder="Search time zones"
              />
            </Field>
          </div>
        </div>
      </Form>
    </Card>
  )
}

const usual: Record<string, string> = { device: 'mobile', when: 'now', day: '0', time: '12:00' }

function fill(field: Element, params: URLSearchParams) {
  const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
  if (!isField || field.name === '' || field.type === 'hidden') return
  field.value = params.get(field.name) ?? usual[field.name] ?? ''
}
