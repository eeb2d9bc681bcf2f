import { TabsNav } from '@/components/ui/tabs-nav'

/** The rooms of the routing desk; each page of the first level shows them under its header. */
export function RoutingTabs() {
  return (
    <TabsNav
      label="Routing"
      tabs={[
        { href: '/admin/routing', label: 'Rules' },
        { href: '/admin/routing/numbers', label: 'Numbers' },
        { href: '/admin/routing/tree', label: 'Category tree' },
        { href: '/admin/routing/coverage', label: 'Coverage' },
        { href: '/admin/routing/tester', label: 'Tester' },
        { href: '/admin/routing/history', label: 'History' },
      ]}
    />
  )
}
