'use client'

import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { NumberChoice } from './number-fields'
import { type RulesQuery, rulesQuery } from './rules-filter'

type RulesFilterProps = {
  query: RulesQuery
  numbers: NumberChoice[]
  onChange: (query: RulesQuery) => void
}

/** Filters as it is typed in; until its scripts are there it is a plain search form. */
export function RulesFilter({ query, numbers, onChange }: RulesFilterProps) {
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <form
        action="/admin/routing"
        onSubmit={event => event.preventDefault()}
        className="flex min-w-0 flex-1 gap-2 max-sm:basis-full"
      >
        <Input
          type="search"
          name="q"
          value={query.q}
          onChange={event => onChange({ ...query, q: event.target.value })}
          maxLength={200}
          aria-label="Search rules"
          placeholder="Category, name or number"
          className="sm:max-w-80"
        />
        <noscript>
          <Button type="submit" aria-label="Search">
            <Search aria-hidden />
          </Button>
        </noscript>
      </form>
      <div className="w-60 max-sm:min-w-0 max-sm:flex-1">
        <Combobox
          aria-label="Number"
          value={query.number === null ? '' : String(query.number)}
          onChange={value => onChange({ ...query, number: value === '' ? null : Number(value) })}
          options={[
            { value: '', label: 'All numbers' },
            ...numbers.map(({ id, digits, formatted, label }) => ({
              value: String(id),
              label: label || formatted,
              hint: label ? formatted : undefined,
              keywords: digits,
            })),
          ]}
          searchPlaceholder="Search numbers"
          emptyText="No number is called that."
        />
      </div>
      <Select
        aria-label="Status"
        className="w-40 max-sm:min-w-0 max-sm:flex-1"
        value={query.state}
        onChange={event => onChange({ ...query, state: rulesQuery.shape.state.parse(event.target.value) })}
        options={[
          { value: '', label: 'Any status' },
          { value: 'active', label: 'Active' },
          { value: 'paused', label: 'Paused' },
          { value: 'category_archived', label: 'Category archived' },
        ]}
      />
    </search>
  )
}
