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
  const [found, setFound] = useState<Option[]>()
  const asked = useRef(0)

  async function search(text: string) {
    const turn = ++asked.current
    if (text.trim() === '') return setFound(undefined)
    await new Promise(done => setTimeout(done, TYPING_PAUSE_MS))
    if (turn !== asked.current) return
    const answer = await findProductOptions(text).catch(() => [])
    if (turn === asked.current) setFound(answer)
  }

  return (
    <Combobox
      {...field}
      name="product"
      defaultValue={initial?.value ?? ''}
      options={found ?? [{ value: '', label: 'All products' }, ...(initial ? [initial] : [])]}
      onSearch={search}
      onChange={onChoose}
      searchPlaceholder="Name, SKU or id"
      emptyText="No product matches."
    />
  )
}
