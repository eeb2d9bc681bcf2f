import { TabsNav } from '@/components/ui/tabs-nav'

export function ProductsTabs() {
  return (
    <TabsNav
      label="Products"
      tabs={[
        { href: '/admin/products', label: 'All products' },
        { href: '/admin/products/categories', label: 'Categories' },
      ]}
    />
  )
}
