'use client'

import { useRef, useState } from 'react'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { listCategoryOptions } from './actions'

type CategoryFieldProps = {
  initial: Option | null
  onChoose: () => void
  /** Given by Field. */
  id?: string
  'aria-describedby'?: string
}

/** One category out of all, which are fetched when somebody is about to choose: few pages are filtered by one. */
export function CategoryField({ initial, onChoose, ...field }: CategoryFieldProps) {
  const [found, setFound] = useState<Option[] | 'failed'>()
  const asked = useRef(false)

  async function load() {
    if (asked.current) return
    asked.current = true
    const answer = await listCategoryOptions().catch(() => 'failed' as const)
    asked.current = answer !== 'failed'
    setFound(answer)
  }

  const categories = Array.isArray(found) ? found : []
  // An archived or unknown one is none of those to choose from.
  const isAmong = categories.some(({ value }) => value === initial?.value)

  return (
    <Combobox
      {...field}
      name="category"
      defaultValue={initial?.value ?? ''}
      options={[
        { value: '', label: 'All categories' },
        ...(initial && !isAmong ? [initial] : []),
        ...categories,
      ]}
      onIntent={load}
      onChange={onChoose}
      searchPlaceholder="Search categories"
      emptyText={emptyText(found)}
    />
  )
}

function emptyText(found: Option[] | 'failed' | undefined): string {
  if (!found) return 'Fetching the categories…'
  return found === 'failed' ? 'The categories could not be fetched just now.' : 'No category has this name.'
}
