import {
  ChartNoAxesColumn,
  House,
  type LucideIcon,
  Package,
  ReceiptText,
  Route,
  Settings,
} from 'lucide-react'

export type Section = { href: string; label: string; icon: LucideIcon }

/** The admin's screens, in the order of the navigation. */
export const sections: Section[] = [
  { href: '/admin', label: 'Overview', icon: House },
  { href: '/admin/analytics', label: 'Analytics', icon: ChartNoAxesColumn },
  { href: '/admin/routing', label: 'Routing', icon: Route },
  { href: '/admin/products', label: 'Products', icon: Package },
  { href: '/admin/orders', label: 'Orders', icon: ReceiptText },
  { href: '/admin/settings', label: 'Settings', icon: Settings },
]

/** Whether the address lies in the section; the overview is only itself. */
export function isCurrent(section: Section, path: string): boolean {
  if (section.href === '/admin') return path === '/admin'
  return path === section.href || path.startsWith(`${section.href}/`)
}
