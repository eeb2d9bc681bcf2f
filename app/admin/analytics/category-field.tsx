'use client'

import { useState } from 'react'
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
  const [options, setOptions] = useState<Option[]>()

  async function load() {
    if (!options) setOptions(await listCategoryOptions().catch(() => undefined))
  }

  return (
    <Combobox
      {...field}
      name="category"
      defaultValue={initial?.value ?? ''}
      options={[{ value: '', label: 'All categories' }, ...(options ?? (initial ? [initial] : []))]}
      onIntent={load}
      onChange={onChoose}
      searchPlaceholder="Search categories"
      emptyText="No category has this name."
    />
  )
}
