'use client'

import { Search } from 'lucide-react'
import Form from 'next/form'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'

type Options = { value: string; label: string }[]

type FilterFormProps = {
  /** What the fields say for the filters in the address, by name. */
  values: Record<
    'q' | 'range' | 'from' | 'to' | 'page' | 'device' | 'number' | 'product' | 'visitors',
    string
  >
  options: Record<'range' | 'page' | 'device' | 'number', Options>
}

const TYPING_PAUSE_MS = 350

/** A plain GET form; with scripts it applies each change at once and leaves empty fields out of the address. */
export function FilterForm({ values, options }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const router = useRouter()
  const [pending, startTransition] = useTransition()

  // A chip, a link or the back button changed the filters: the fields follow, but never under the typist's fingers.
  useEffect(() => {
    if (typing.current !== undefined) return
    for (const field of form.current?.elements ?? []) fill(field, values)
  }, [values])
  useEffect(() => () => clearTimeout(typing.current), [])

  function apply() {
    clearTimeout(typing.current)
    typing.current = undefined
    if (!form.current) return
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form.current))
      if (typeof value === 'string' && value !== '') query.set(name, value)
    if (query.get('range') !== 'custom') for (const name of ['from', 'to']) query.delete(name)
    if (query.get('range') === '30d') query.delete('range')
    startTransition(() =>
      router.push(`/admin/analytics${query.size > 0 ? `?${query}` : ''}`, { scroll: false }),
    )
  }

  function change({ target }: FormEvent) {
    clearTimeout(typing.current)
    if (target instanceof HTMLInputElement && target.type !== 'checkbox')
      typing.current = setTimeout(apply, TYPING_PAUSE_MS)
    else apply()
  }

  return (
    <Form
      ref={form}
      action="/admin/analytics"
      role="search"
      aria-busy={pending}
      onChange={change}
      onSubmit={event => {
        event.preventDefault()
        apply()
      }}
      className="group mb-4 grid grid-cols-2 items-center gap-2 sm:grid-cols-4 lg:grid-cols-[minmax(14rem,1fr)_repeat(4,10rem)]"
    >
      <input type="hidden" name="product" defaultValue={values.product} />
      <div className="col-span-full flex gap-2 lg:col-span-1">
        <Input
          type="search"
          name="q"
          defaultValue={values.q}
          maxLength={200}
          dir="auto"
          aria-label="Search clicks"
          placeholder="Product, id, page, device, number"
        />
        <Button type="submit" aria-label="Search" pending={pending} className="w-11 px-0">
          {!pending && <Search aria-hidden />}
        </Button>
      </div>
      <Select name="range" aria-label="Period" defaultValue={values.range} options={options.range} />
      <Select name="page" aria-label="Page type" defaultValue={values.page} options={options.page} />
      <Select name="device" aria-label="Device" defaultValue={values.device} options={options.device} />
      <Select name="number" aria-label="Number" defaultValue={values.number} options={options.number} />
      <fieldset className="col-span-full hidden gap-2 group-has-[option[value=custom]:checked]:flex">
        <legend className="sr-only">Custom dates</legend>
        <Input
          type="date"
          name="from"
          aria-label="First day"
          defaultValue={values.from}
          className="sm:max-w-44"
        />
        <Input type="date" name="to" aria-label="Last day" defaultValue={values.to} className="sm:max-w-44" />
      </fieldset>
      <Switch
        name="visitors"
        value="everyone"
        defaultChecked={values.visitors !== ''}
        label={<span className="font-normal">Include bots, previews and repeats</span>}
        className="col-span-full"
      />
    </Form>
  )
}

function fill(field: Element, values: FilterFormProps['values']) {
  const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
  if (!isField) return
  const [, value] = Object.entries(values).find(([name]) => name === field.name) ?? []
  if (value === undefined) return
  if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value !== ''
  else field.value = value
}
