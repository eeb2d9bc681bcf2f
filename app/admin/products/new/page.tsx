import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listCategoryChoices } from '@/lib/catalog/categories'
import { readDestinations } from '@/lib/catalog/destinations'
import { findProduct } from '@/lib/catalog/products'
import { CategoryPicker } from '../category-picker'
import { ProductForm } from '../product-form'

export const metadata: Metadata = { title: 'Add product' }

const query = z.object({ parent: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional() })

type NewProductPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewProductPage({ searchParams }: NewProductPageProps) {
  await requireUser()
  const asked = query.safeParse(await searchParams)
  if (!asked.success) notFound()
  const [{ currency }, categories, destinations, parent] = await Promise.all([
    currentSettings(),
    listCategoryChoices(),
    readDestinations(),
    asked.data.parent === undefined ? null : findProduct(asked.data.parent),
  ])
  if (asked.data.parent !== undefined && (!parent || parent.parent)) notFound()
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        back={{ href: '/admin/products', label: 'Products' }}
        title={parent ? 'Add variation' : 'Add product'}
        description={
          parent
            ? `A variation of ${parent.name}: its own name and price, the same categories.`
            : 'For a whole catalogue, import a WooCommerce export instead.'
        }
      />
      <Card>
        <ProductForm
          product={null}
          parent={parent && { id: parent.id, name: parent.name }}
          storeCurrency={currency}
          categories={<CategoryPicker categories={categories} destinations={destinations} />}
        />
      </Card>
    </div>
  )
}
