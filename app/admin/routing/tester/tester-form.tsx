'use client'

import { Search } from 'lucide-react'
import Form from 'next/form'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { isTimeZone } from '@/lib/settings/time-zone'
import { useFilterForm } from '../use-filter-form'
import { testerHref, weekdays } from './tester-links'

type TesterFormProps = { timeZones: Option[]; shopZone: string }

const usual = { device: 'mobile', when: 'now', day: '0', time: '12:00' }

/** A plain GET form; with scripts the answer follows each keystroke, and the address what was asked. */
export function TesterForm({ timeZones, shopZone }: TesterFormProps) {
  const { props, apply, pending, value, params } = useFilterForm({
    href: fields => testerHref(fields, shopZone),
    usual,
  })
  const [picked, setPicked] = useState<{ params: string; zone: string } | null>(null)
  // What was picked counts until the address says something else.
  const zone = picked?.params === String(params) ? picked.zone : (params.get('zone') ?? shopZone)
  // A link may name it as it was called before.
  const isListed = timeZones.some(({ value }) => value === zone) || !isTimeZone(zone)

  return (
    <Card className="mb-6">
      <Form
        {...props}
        action="/admin/routing/tester"
        prefetch={false}
        role="search"
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
        <div className="grid grid-cols-2 gap-4 lg:grid-cols-[10rem_11rem_1fr]">
          <Field label="Device">
            <Select
              name="device"
              defaultValue={value('device')}
              options={[
                { value: 'mobile', label: 'Phone' },
                { value: 'desktop', label: 'Computer' },
              ]}
            />
          </Field>
          <Field label="When">
            <Select
              name="when"
              defaultValue={value('when')}
              options={[
                { value: 'now', label: 'Now' },
                { value: 'weekday', label: 'On a weekday' },
                { value: 'date', label: 'At a date' },
              ]}
            />
          </Field>
          <div className="col-span-full hidden gap-4 group-has-[option[value=date]:checked]:grid group-has-[option[value=weekday]:checked]:grid sm:grid-cols-2 lg:col-span-1">
            <div className="hidden grid-cols-[1fr_8.5rem] gap-2 group-has-[option[value=weekday]:checked]:grid">
              <Field label="Weekday">
                <Select name="day" defaultValue={value('day')} options={weekdays} />
              </Field>
              <Field label="Time">
                <Input type="time" name="time" defaultValue={value('time')} />
              </Field>
            </div>
            <Field label="Date and time" className="hidden group-has-[option[value=date]:checked]:block">
              <Input type="datetime-local" name="at" defaultValue={value('at')} />
            </Field>
            <Field label="In the time of">
              <Combobox
                name="zone"
                options={
                  isListed ? timeZones : [{ value: zone, label: zone.replaceAll('_', ' ') }, ...timeZones]
                }
                value={zone}
                onChange={next => {
                  setPicked({ params: String(params), zone: next })
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
