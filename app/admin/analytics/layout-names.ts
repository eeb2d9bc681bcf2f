/** The screens of the analytics, in the order of their tabs; all of them share the filters. */
export const tabs = {
  overview: { path: '/admin/analytics', label: 'Overview' },
  products: { path: '/admin/analytics/products', label: 'Products' },
  times: { path: '/admin/analytics/times', label: 'When and where' },
  routing: { path: '/admin/analytics/routing', label: 'Routing' },
  counting: { path: '/admin/analytics/counting', label: 'Not counted' },
} as const
export type Tab = keyof typeof tabs

/** The columns of the table that can be hidden; the product always stays. */
export const columnLabels = {
  time: 'Time',
  page: 'Page',
  device: 'Device',
  visitor: 'Visitor',
  number: 'Routed to',
  why: 'Why',
} as const
export type ColumnId = keyof typeof columnLabels
