'use client'

import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { matcher, type Option } from '@/components/ui/combobox-filter'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import type { NumberRow } from './number-row'
import { NumbersTable } from './numbers-table'

type NumbersListProps = {
  numbers: NumberRow[]
  options: Option[]
  clicks: Promise<ReadonlyMap<number, number>>
  timeZone: string
  locale: string
}

/** A search field pays from here on. */
const many = 8

export function NumbersList({ numbers, ...rest }: NumbersListProps) {
  const [text, setText] = useState('')
  const matches = matcher(text)
  const found = numbers.filter(({ label, formatted, digits, state }) =>
    matches(`${label} ${formatted} ${digits} ${state.words}`),
  )
  return (
    <>
      {numbers.length >= many && (
        <Input
          type="search"
          value={text}
          onChange={event => setText(event.target.value)}
          aria-label="Search numbers"
          placeholder="Name, number or status"
          className="mb-4 sm:max-w-80"
        />
      )}
      <Card flush>
        {found.length === 0 ? (
          <EmptyState icon={<SearchX />} title="No number found" body={`Nothing matches “${text}”.`} />
        ) : (
          <NumbersTable numbers={found} {...rest} />
        )}
      </Card>
    </>
  )
}
