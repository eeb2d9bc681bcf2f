import { MousePointerClick } from 'lucide-react'
import { currentSettings } from '@/app/current-settings'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { countProducts } from '@/lib/catalog/list-products'

/** Before the first click: the one step that comes next. */
export async function NoClicks() {
  const [{ defaultNumber, demoStoreEnabled }, { live }] = await Promise.all([
    currentSettings(),
    countProducts(),
  ])
  const { body, href, label } = nextStep(defaultNumber !== null, live > 0)
  return (
    <EmptyState
      icon={<MousePointerClick />}
      title="No clicks yet"
      body={body}
      action={
        <>
          <LinkButton href={href} variant="primary">
            {label}
          </LinkButton>
          {demoStoreEnabled && (
            <LinkButton href="/store" external>
              Try it in the demo store
            </LinkButton>
          )}
        </>
      }
    />
  )
}

function nextStep(hasNumber: boolean, stocked: boolean) {
  if (!hasNumber) {
    return {
      body: 'First say which WhatsApp number answers when no rule matches.',
      href: '/admin/routing',
      label: 'Set the default number',
    }
  }
  if (!stocked) {
    return {
      body: 'Next come your products, with the file that WooCommerce exports: routing goes by their categories.',
      href: '/admin/products/import',
      label: 'Import your products',
    }
  }
  return {
    body: 'Put a product’s redirect link behind the WhatsApp button of your shop. Every tap shows up here within a second.',
    href: '/admin/products',
    label: 'Copy a product’s link',
  }
}
