import { IntentLink } from '@/components/ui/intent-link'
import type { FoundProduct } from '@/lib/catalog/search-products'
import type { TesterQuery } from '@/lib/routing/tester/query'
import { testerHref } from './tester-links'

type AlsoFoundProps = { products: FoundProduct[]; query: TesterQuery }

/** The other products that fit the words; each link keeps device and moment. */
export function AlsoFound({ products, query }: AlsoFoundProps) {
  if (products.length === 0) return null
  const { device, when, time } = query
  const href = (id: number) =>
    testerHref({
      q: String(id),
      device,
      when,
      time,
      day: String(query.day),
      at: query.at ?? '',
      ...(query.zone ? { zone: query.zone } : {}),
    })
  return (
    <nav aria-label="Also found" className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <span className="text-muted">Also found:</span>
      {products.map(({ id, name, variation }) => (
        <IntentLink
          key={id}
          href={href(id)}
          title={variation ? `${name} (${variation})` : name}
          className="max-w-64 truncate rounded-md border bg-surface px-2.5 py-1 hover:bg-surface-2 max-sm:py-2"
        >
          {name}
          {variation && <span className="text-muted"> {variation}</span>}
        </IntentLink>
      ))}
    </nav>
  )
}
