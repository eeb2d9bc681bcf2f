'use client'

import { ListFilter, Search } from 'lucide-react'
import Form from 'next/form'
import { usePathname, useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Popup } from '@/components/ui/popup'
import { Select } from '@/components/ui/select'
import { Underway } from '@/components/ui/underway'
import { CategoryField } from './category-field'
import { ProductField } from './product-field'

type FieldName =
  | 'q'
  | 'range'
  | 'from'
  | 'to'
  | 'page'
  | 'device'
  | 'number'
  | 'category'
  | 'reason'
  | 'visitors'

type FilterFormProps = {
  /** What the fields say for the filters in the address, by name. */
  values: Record<FieldName, string>
  options: Record<'range' | 'page' | 'device' | 'number' | 'reason' | 'visitors', Option[]>
  /** The product the view is narrowed to. */
  product: Option | null
  /** The category it is narrowed to. */
  category: Option | null
  /** What the address says beyond the filters, carried along: by name. */
  kept: Record<string, string>
  /** How many of the fields behind the button narrow the view. */
  count: number
}

const TYPING_PAUSE_MS = 350
/** A date is a date with each digit of its year or month: who types one pauses for longer between them. */
const DATE_PAUSE_MS = 1_500

/** A plain GET form; with scripts it applies each change at once and leaves empty fields out of the address. */
export function FilterForm({ values, options, product, category, kept, count }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const router = useRouter()
  const path = usePathname()
  const [pending, startTransition] = useTransition()
  /** The change under way was typed into the search field, and those before it since it got the focus. */
  const searched = useRef(false)
  const typesDate = useRef(false)

  // What was typed or chosen before the page came alive counts, too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, for what the server had drawn
  useEffect(() => {
    checkDates(form.current)
    if (listFields(form.current, values).some(({ field, value }) => field.value !== value)) apply()
  }, [])

  // A chip, a link or the back button changed the filters, or took the place of a change that was under way: the fields
  // follow, but never under the typist's fingers, nor before what was typed early has been read.
  const alive = useRef(false)
  useEffect(() => {
    const follows = alive.current && !pending && typing.current === undefined
    alive.current = true
    if (!follows) return
    for (const { field, value } of listFields(form.current, values)) {
      // The address has no space at the end of a word, but the next word wants it.
      const isTypedIn =
        searched.current && field.name === 'q' && field.value.replace(/\s+/g, ' ').trim() === value
      if (!isTypedIn) field.value = value
    }
    checkDates(form.current)
  }, [values, pending])
  useEffect(() => () => clearTimeout(typing.current), [])

  function apply(how: 'push' | 'replace' = 'push') {
    clearTimeout(typing.current)
    typing.current = undefined
    if (!form.current) return
    const query = readQuery(form.current)
    startTransition(() => router[how](`${path}${query.size > 0 ? `?${query}` : ''}`, { scroll: false }))
  }

  /** The way back leads to what was there before the search, not letter by letter. */
  function search() {
    apply(searched.current ? 'replace' : 'push')
    searched.current = true
  }

  function change({ target, currentTarget }: FormEvent) {
    // React tells of what is typed in a field's open list, too, which stands elsewhere in the document.
    if (target instanceof Node && !currentTarget.contains(target)) return
    clearTimeout(typing.current)
    typing.current = undefined
    const areDatesWhole = checkDates(form.current)
    const isInput = target instanceof HTMLInputElement && target.type !== 'hidden'
    if (!isInput) apply()
    else if (target.name === 'q') typing.current = setTimeout(search, TYPING_PAUSE_MS)
    else if (areDatesWhole)
      typing.current = setTimeout(apply, typesDate.current ? DATE_PAUSE_MS : TYPING_PAUSE_MS)
  }

  return (
    <Form
      ref={form}
      action={path}
      prefetch={false}
      role="search"
      data-range={values.range}
      // What a browser puts back of an earlier visit is not what the address says.
      autoComplete="off"
      aria-busy={pending}
      onChange={change}
      onSubmit={event => {
        event.preventDefault()
        for (const popup of event.currentTarget.querySelectorAll('details')) popup.open = false
        apply()
      }}
      className="group relative mb-4 flex flex-wrap items-center gap-2"
    >
      {pending && <Underway />}
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex min-w-60 flex-1 gap-2 max-sm:basis-full">
        <Input
          type="search"
          name="q"
          defaultValue={values.q}
          maxLength={200}
          dir="auto"
          aria-label="Search clicks"
          placeholder="Product, id, SKU, category or number"
          onBlur={() => {
            searched.current = false
          }}
        />
        <Button type="submit" aria-label="Search" pending={pending} className="w-11 px-0">
          {!pending && <Search aria-hidden />}
        </Button>
      </div>
      <Select
        name="range"
        aria-label="Period"
        defaultValue={values.range}
        options={options.range}
        className="w-44 max-sm:flex-1"
      />
      <Popup
        label={count > 0 ? `Filters (${count})` : 'Filters'}
        icon={<ListFilter aria-hidden />}
        panel="max-sm:inset-x-0 sm:right-0 sm:w-xl"
      >
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <Field label="Product">
            <ProductField initial={product} onChoose={applySoon} />
          </Field>
          <Field label="Category">
            <CategoryField initial={category} onChoose={applySoon} />
          </Field>
          <Field label="Page type">
            <Select name="page" defaultValue={values.page} options={options.page} />
          </Field>
          <Field label="Device">
            <Select name="device" defaultValue={values.device} options={options.device} />
          </Field>
          <Field label="Number">
            <Select name="number" defaultValue={values.number} options={options.number} />
          </Field>
          <Field label="Why it went there">
            <Select name="reason" defaultValue={values.reason} options={options.reason} />
          </Field>
          <Field label="Visitors" className="sm:col-span-2">
            <Select name="visitors" defaultValue={values.visitors} options={options.visitors} />
          </Field>
        </div>
      </Popup>
      <fieldset
        onKeyDown={() => {
          typesDate.current = true
        }}
        onPointerDown={() => {
          typesDate.current = false
        }}
        onBlur={() => typing.current !== undefined && apply()}
        className="hidden min-w-0 basis-full flex-wrap justify-end gap-2 group-data-[range=custom]:flex noscript:flex"
      >
        <legend className="sr-only">Custom dates</legend>
        <Input
          type="date"
          name="from"
          aria-label="First day"
          defaultValue={values.from}
          min={FIRST_DAY}
          className="min-w-0 max-sm:w-0 max-sm:flex-1 sm:w-44"
        />
        <Input
          type="date"
          name="to"
          aria-label="Last day"
          defaultValue={values.to}
          min={FIRST_DAY}
          className="min-w-0 max-sm:w-0 max-sm:flex-1 sm:w-44"
        />
        <p
          role="status"
          className="hidden basis-full text-right text-amber text-xs group-data-[dates=reversed]:block"
        >
          The first day is after the last: choose the other one, too.
        </p>
      </fieldset>
    </Form>
  )

  /** A choice stands in its hidden field only after React has drawn it. */
  function applySoon() {
    clearTimeout(typing.current)
    typing.current = setTimeout(apply, 0)
  }
}

/** The first that the analytics know. */
const FIRST_DAY = '2000-01-01'

/**
 * Shows the fields for dates of one's own, and whether the first is after the last. Not by `:has(:checked)`: the whole form
 * would be styled anew with each change in it. False while the dates are half typed or half chosen.
 */
function checkDates(form: HTMLFormElement | null): boolean {
  if (!form) return false
  const [range, from = '', to = ''] = ['range', 'from', 'to'].map(name => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : ''
  })
  const isReversed = from !== '' && to !== '' && from > to
  form.dataset.range = range
  form.dataset.dates = isReversed ? 'reversed' : ''
  return !isReversed && [from, to].every(day => day === '' || day >= FIRST_DAY)
}

/** What is filled in, without what would change nothing. */
function readQuery(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') query.set(name, value.trim())
  if (query.get('range') !== 'custom') for (const name of ['from', 'to']) query.delete(name)
  if (query.get('range') === '30d') query.delete('range')
  return query
}

type Values = FilterFormProps['values']

/** The fields that somebody fills in, each with what the address says of it. */
function listFields(form: HTMLFormElement | null, values: Values) {
  return [...(form?.elements ?? [])].flatMap(field => {
    const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
    const [, value] = Object.entries(values).find(([name]) => isField && name === field.name) ?? []
    return isField && field.type !== 'hidden' && value !== undefined ? [{ field, value }] : []
  })
}
