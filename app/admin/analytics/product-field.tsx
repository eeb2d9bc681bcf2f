'use client'

import { useRef, useState } from 'react'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { findProductOptions } from './actions'

type ProductFieldProps = {
  initial: Option | null
  onChoose: () => void
  /** Given by Field. */
  id?: string
  'aria-describedby'?: string
}

const TYPING_PAUSE_MS = 200

/** One product out of all: what is typed is looked up on the server, the newest question wins. */
export function ProductField({ initial, onChoose, ...field }: ProductFieldProps) {
  const everything: Option[] = [{ value: '', label: 'All products' }, ...(initial ? [initial] : [])]
  const [options, setOptions] = useState(everything)
  const asked = useRef(0)

  async function search(text: string) {
    const turn = ++asked.current
    if (text.trim() === '') return setOptions(everything)
    await new Promise(done => setTimeout(done, TYPING_PAUSE_MS))
    if (turn !== asked.current) return
    const found = await findProductOptions(text).catch(() => [])
    if (turn === asked.current) setOptions(found)
  }

  return (
    <Combobox
      {...field}
      name="product"
      defaultValue={initial?.value ?? ''}
      options={options}
      onSearch={search}
      onChange={onChoose}
      searchPlaceholder="Name, SKU or id"
      emptyText="No product matches."
    />
  )
}
