import { FileUp, Package, Plus, SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pagination'
import { listCategoryChoices } from '@/lib/catalog/categories'
import { readDestinations } from '@/lib/catalog/destinations'
import {
  countProducts,
  listProducts,
  MAX_COUNT,
  type ProductQuery,
  productQuery,
} from '@/lib/catalog/list-products'
import { parseEnv } from '@/lib/env'
import { productsHref } from './product-links'
import { ProductsFilter } from './products-filter'
import { ProductsTable } from './products-table'
import { ProductsTabs } from './products-tabs'

export const metadata: Metadata = { title: 'Products' }

type ProductsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ProductsPage({ searchParams }: ProductsPageProps) {
  await requireUser()
  const query = productQuery.parse(await searchParams)
  const [{ currency, locale }, counts, list, categories, destinations] = await Promise.all([
    currentSettings(),
    countProducts(),
    listProducts(query),
    listCategoryChoices(),
    readDestinations(),
  ])
  const { products, total, older, newer } = list
  const importButton = (
    <LinkButton href="/admin/products/import" variant="primary">
      <FileUp aria-hidden /> Import
    </LinkButton>
  )
  const addButton = (
    <LinkButton href="/admin/products/new">
      <Plus aria-hidden /> Add product
    </LinkButton>
  )
  const address = { q: query.q, category: query.category, archived: query.archived }
  return (
    <>
      <PageHeader
        title="Products"
        description={describeCatalogue(counts, categories.length, locale)}
        action={
          <>
            {addButton}
            {importButton}
          </>
        }
      />
      <ProductsTabs />
      {counts.live + counts.archived === 0 ? (
        <Card flush>
          <EmptyState
            icon={<Package />}
            title="Bring your products"
            body="Export them in WooCommerce under Products › Export and import the file here. You see what will happen before anything is saved."
            action={
              <>
                {importButton}
                {addButton}
              </>
            }
          />
        </Card>
      ) : (
        <>
          <ProductsFilter
            query={query}
            categories={categories.map(({ id, path }) => ({ value: String(id), label: path.join(' › ') }))}
          />
          <Card flush>
            {products.length === 0 ? (
              <EmptyState
                icon={<SearchX />}
                title={query.archived ? 'No archived product here' : 'No product found'}
                body={query.q ? `Nothing matches “${query.q}”.` : 'No product fits these filters.'}
                action={<LinkButton href="/admin/products">Show all products</LinkButton>}
              />
            ) : (
              <>
                <ProductsTable
                  products={products}
                  paths={new Map(categories.map(({ id, path }) => [id, path]))}
                  destinations={destinations}
                  currency={currency}
                  locale={locale}
                  publicUrl={parseEnv(process.env).PUBLIC_URL}
                />
                <Pager
                  prevHref={newer === null ? null : productsHref({ ...address, after: newer })}
                  nextHref={older === null ? null : productsHref({ ...address, before: older })}
                  summary={describeTotal(total, locale)}
                />
              </>
            )}
          </Card>
          <ArchivedLink query={query} archived={counts.archived} locale={locale} />
        </>
      )}
    </>
  )
}

type ArchivedLinkProps = { query: ProductQuery; archived: number; locale: string }

function ArchivedLink({ query, archived, locale }: ArchivedLinkProps) {
  if (!query.archived && archived === 0) return null
  return (
    <p className="mt-4">
      <LinkButton
        variant="ghost"
        size="sm"
        href={productsHref({
          q: query.q,
          category: query.category,
          archived: query.archived ? undefined : '1',
        })}
      >
        {query.archived ? 'Back to live products' : `Show ${archived.toLocaleString(locale)} archived`}
      </LinkButton>
    </p>
  )
}

function describeCatalogue(counts: { live: number }, categories: number, locale: string): string {
  if (counts.live === 0)
    return 'Every product has its own redirect link; its categories decide which number it reaches.'
  const products = `${counts.live.toLocaleString(locale)} product${counts.live === 1 ? '' : 's'}`
  return `${products} in ${categories.toLocaleString(locale)} ${categories === 1 ? 'category' : 'categories'}. The first category with a rule decides where orders go.`
}

function describeTotal(total: number, locale: string): string {
  if (total > MAX_COUNT) return `More than ${MAX_COUNT.toLocaleString(locale)} products`
  return `${total.toLocaleString(locale)} product${total === 1 ? '' : 's'}`
}
