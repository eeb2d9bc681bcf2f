import Link from 'next/link'
import { z } from 'zod'
import { cx } from '@/components/ui/cx'
import { LinkButton } from '@/components/ui/link-button'
import { listStoreCategories, listStoreProducts } from '@/lib/catalog/storefront'
import { currentSettings } from '../current-settings'
import { ProductCard } from './product-card'

const query = z.object({
  category: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StorePage({ searchParams }: Props) {
  const { category, page } = query.parse(await searchParams)
  const [settings, categories, { products, hasMore }] = await Promise.all([
    currentSettings(),
    listStoreCategories(),
    listStoreProducts({ categoryId: category, page }),
  ])
  const tabs = [{ id: null, name: 'Everything' }, ...categories]
  return (
    <>
      <h1 className="max-w-2xl text-balance font-semibold text-3xl tracking-tight sm:text-5xl sm:leading-[1.1]">
        Pick what you like. Order it in a chat.
      </h1>
      <p className="mt-3 max-w-xl text-base text-muted sm:text-lg">
        Tap “Order on WhatsApp” and the right person at {settings.storeName} answers.
      </p>
      <nav aria-label="Categories" className="-mx-4 mt-8 overflow-x-auto px-4 sm:mx-0 sm:px-0">
        <ul className="flex gap-2 sm:flex-wrap">
          {tabs.map(tab => (
            <li key={tab.id ?? 0}>
              <Link
                href={storeHref(tab.id, 1)}
                aria-current={tab.id === category ? 'page' : undefined}
                className={cx(
                  'flex h-10 items-center whitespace-nowrap rounded-full border px-4 font-medium transition-colors',
                  tab.id === category
                    ? 'border-transparent bg-text text-background'
                    : 'border-border-strong hover:bg-surface-2',
                )}
              >
                {tab.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {products.length === 0 ? (
        <p className="py-20 text-center text-base text-muted">Nothing here yet.</p>
      ) : (
        <ul className="mt-6 grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4">
          {products.map(product => (
            <ProductCard key={product.id} product={product} settings={settings} />
          ))}
        </ul>
      )}
      {(page > 1 || hasMore) && (
        <nav aria-label="Pages" className="mt-10 flex justify-center gap-3">
          {page > 1 && <LinkButton href={storeHref(category, page - 1)}>Previous</LinkButton>}
          {hasMore && <LinkButton href={storeHref(category, page + 1)}>Next</LinkButton>}
        </nav>
      )}
    </>
  )
}

function storeHref(category: number | null, page: number): string {
  const params = new URLSearchParams()
  if (category !== null) params.set('category', String(category))
  if (page > 1) params.set('page', String(page))
  return params.size > 0 ? `/store?${params}` : '/store'
}
