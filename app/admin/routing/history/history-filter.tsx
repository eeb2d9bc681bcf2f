'use client'

import { Search } from 'lucide-react'
import Form from 'next/form'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useFilterForm } from '../use-filter-form'
import { historyHref } from './history-links'

const kinds = [
  { value: '', label: 'Everything' },
  { value: 'rule', label: 'Rules' },
  { value: 'number', label: 'Numbers' },
  { value: 'settings', label: 'Settings' },
  { value: 'category', label: 'Categories' },
  { value: 'product', label: 'Categories of products' },
]

const usual = {}

/** What, who and when; each change of a field starts the list anew. */
export function HistoryFilter({ actors }: { actors: string[] }) {
  const { props, pending, value } = useFilterForm({ href: historyHref, usual })
  return (
    <Form
      {...props}
      action="/admin/routing/history"
      prefetch={false}
      role="search"
      className="mb-4 grid grid-cols-2 items-end gap-2 xl:grid-cols-[minmax(12rem,1fr)_12rem_14rem_10rem_10rem]"
    >
      <div className="col-span-full flex gap-2 xl:col-span-1">
        <Input
          type="search"
          name="q"
          defaultValue={value('q')}
          maxLength={200}
          dir="auto"
          aria-label="Search the history"
          placeholder="Category, number, product, person"
        />
        <Button type="submit" aria-label="Search" pending={pending} className="w-11 px-0">
          {!pending && <Search aria-hidden />}
        </Button>
      </div>
      <Select name="what" aria-label="What" defaultValue={value('what')} options={kinds} />
      <Select
        name="who"
        aria-label="Who"
        defaultValue={value('who')}
        options={[
          { value: '', label: 'Everybody' },
          ...actors.map(email => ({ value: email, label: email })),
          { value: 'system', label: 'No admin (the app, SQL)' },
        ]}
      />
      <Day name="from" label="From" defaultValue={value('from')} />
      <Day name="until" label="Until" defaultValue={value('until')} />
    </Form>
  )
}

function Day({ name, label, defaultValue }: { name: string; label: string; defaultValue: string }) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-muted text-xs">
        {label}
      </label>
      <Input id={id} type="date" name={name} defaultValue={defaultValue} />
    </div>
  )
}
