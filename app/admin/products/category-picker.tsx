'use client'

import { useState } from 'react'
import type { Destinations } from '@/lib/catalog/destination'
import { CategoryList } from './category-list'

type CategoryPickerProps = { categories: { id: number; path: string[] }[]; destinations: Destinations }

/** The categories of a product that is being added, as part of its form. Fields `categoryIds`. */
export function CategoryPicker({ categories, destinations }: CategoryPickerProps) {
  const [chosen, setChosen] = useState<number[]>([])
  return (
    <>
      {chosen.map(id => (
        <input key={id} type="hidden" name="categoryIds" value={id} />
      ))}
      <CategoryList
        categories={categories}
        chosen={chosen}
        onChange={setChosen}
        destinations={destinations}
      />
    </>
  )
}
