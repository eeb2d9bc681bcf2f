import { expect, test } from 'vitest'
import { clearedHref, parseView, viewHref } from './view'

const now = new Date('2026-11-23T12:00:00Z')
const read = (query: string) =>
  parseView({ params: Object.fromEntries(new URLSearchParams(query)), now, timeZone: 'UTC' }).view

test.each([
  ['q=mug&device=mobile&visitors=bot&range=7d', '/admin/analytics'],
  ['q=mug&by=week&hide=device,why', '/admin/analytics?by=week&hide=device%2Cwhy'],
  ['product=12&from=2026-11-01&to=2026-11-02&range=custom&hide=time', '/admin/analytics?hide=time'],
])('clearing %s leaves only how the view is laid out', (query, href) => {
  expect(clearedHref(read(query), 'overview')).toBe(href)
})

test('a tab keeps the filters and the layout', () => {
  const view = read('q=mug&by=week&hide=device')
  expect(viewHref(view, { tab: 'routing' })).toBe('/admin/analytics/routing?q=mug&by=week&hide=device')
})
