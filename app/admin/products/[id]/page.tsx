import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listCategoryChoices } from '@/lib/catalog/categories'
import { readDestinations } from '@/lib/catalog/destinations'
import { findProduct } from '@/lib/catalog/products'
import { parseEnv } from '@/lib/env'
import { ArchiveProductButton, RestoreProductButton } from '../archive-product'
import { ProductForm } from '../product-form'
import { redirectLink } from '../product-links'
import { VariationsCard } from '../variations-card'
import { CategoryOrder } from './category-order'

const productId = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** Asked for once, by the title and by the page. */
const readProduct = cache(async (text: string) => {
  const id = productId.safeParse(text)
  return id.success ? findProduct(id.data) : null
})

type ProductPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  await requireUser()
  const product = await readProduct((await params).id)
  return { title: product?.name ?? 'Not found' }
}

export default async function ProductPage({ params }: ProductPageProps) {
  await requireUser()
  const [{ currency, locale }, product, categories, destinations] = await Promise.all([
    currentSettings(),
    readProduct((await params).id),
    listCategoryChoices(),
    readDestinations(),
  ])
  if (!product) notFound()
  const { parent, archivedAt, variations } = product
  const link = redirectLink(parseEnv(process.env).PUBLIC_URL, product.id)

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        back={{ href: '/admin/products', label: 'Products' }}
        title={<bdi>{product.name}</bdi>}
        description={parent ? <ParentLine parent={parent} /> : `ID ${product.id} in the store`}
        action={
          archivedAt ? null : (
            <ArchiveProductButton id={product.id} name={product.name} variations={variations.length} />
          )
        }
      />
      <div className="space-y-6">
        {archivedAt && (
          <Alert
            tone="amber"
            title="This product is archived"
            action={<RestoreProductButton id={product.id} name={product.name} />}
          >
            Its link goes to the default number. Clicks and orders keep its name.
          </Alert>
        )}
        <Card title="Redirect link" description="For the WhatsApp button on the product’s page.">
          <div className="flex flex-wrap items-center gap-2">
            <code
              className="min-w-0 flex-1 truncate rounded-md max-sm:basis-full bg-surface-2 px-3 py-2 font-mono text-xs"
              title={link}
            >
              {link}
            </code>
            <CopyButton value={link} label="Copy link" variant="secondary" />
            <LinkButton href={link} external size="sm" variant="ghost">
              Try it
            </LinkButton>
          </div>
        </Card>
        {!parent && (
          <Card
            title={<span id="categories">Categories, in order</span>}
            description="Tried from the top: the first with a rule decides where orders go."
            className="scroll-mt-6 max-lg:scroll-mt-20"
          >
            <CategoryOrder
              productId={product.id}
              stored={product.categoryIds}
              categories={categories}
              destinations={destinations}
            />
          </Card>
        )}
        <Card title="Details">
          <ProductForm
            key={product.updatedAt.getTime()}
            product={{ ...product, version: product.updatedAt.toISOString() }}
            parent={parent}
            storeCurrency={currency}
          />
        </Card>
        {!parent && (
          <VariationsCard
            productId={product.id}
            variations={variations}
            currency={currency}
            locale={locale}
          />
        )}
      </div>
    </div>
  )
}

function ParentLine({ parent }: { parent: { id: number; name: string } }) {
  return (
    <>
      A variation of{' '}
      <IntentLink
        href={`/admin/products/${parent.id}`}
        className="font-medium text-text underline underline-offset-4"
      >
        <bdi>{parent.name}</bdi>
      </IntentLink>
      , whose categories decide where its orders go.
    </>
  )
}
