'use client'

import { Search } from 'lucide-react'
import Form from 'next/form'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Input } from '@/components/ui/input'
import type { ProductQuery } from '@/lib/catalog/list-products'
import { productsHref } from './product-links'

type ProductsFilterProps = { query: ProductQuery; categories: Option[] }

/** Search and category; both live in the address. */
export function ProductsFilter({ query, categories }: ProductsFilterProps) {
  const router = useRouter()
  const { q, archived } = query
  const category = query.category === undefined ? '' : String(query.category)
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <Form
        action="/admin/products"
        prefetch={false}
        role="search"
        className="flex min-w-0 flex-1 gap-2 max-sm:basis-full"
      >
        {category && <input type="hidden" name="category" value={category} />}
        {archived && <input type="hidden" name="archived" value={archived} />}
        <Input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label="Search products"
          placeholder="Name, SKU or ID"
          className="sm:max-w-80"
        />
        <Button type="submit" aria-label="Search">
          <Search aria-hidden />
        </Button>
      </Form>
      <div className="w-64 max-sm:w-full">
        <Combobox
          aria-label="Category"
          value={category}
          onChange={next => router.push(productsHref({ q, archived, category: next }))}
          options={[
            { value: '', label: 'All categories' },
            { value: 'none', label: 'No category' },
            ...categories,
          ]}
          searchPlaceholder="Search categories"
          emptyText="No category has this name."
        />
      </div>
    </div>
  )
}
