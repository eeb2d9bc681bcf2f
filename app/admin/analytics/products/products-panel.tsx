import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { findingProducts } from '@/lib/clicks/findings'
import { type ProductRank, type ProductRanking, rankProducts } from '@/lib/clicks/top-products'
import { endsWithOption } from '@/lib/whatsapp/ends-with-option'
import { Panel } from '../panel'
import { describePrevious } from '../periods-in-words'
import { RankList } from '../rank-list'
import type { PanelProps } from '../read-view'
import { summaryOf } from '../summary-of'
import { viewHref } from '../view'

const SHOWN = 15
const CHANGES = 6

/** "Which products are asked for?", and which rise or fall. */
export async function ProductsPanel(panel: PanelProps) {
  const { view, timeZone, locale, now } = panel
  const found = await rankProducts({ filters: view.filters, timeZone, now, limit: SHOWN })
  const list = (products: ProductRank[], changes = false) => (
    <RankList
      changes={changes}
      rows={products.map(product => toRow(product, viewHref(view, { filters: { productId: product.id } })))}
      locale={locale}
    />
  )
  const before = describePrevious(view.filters, panel)
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Panel question="Which products are asked for?" finding={findingProducts(found, locale)}>
        {found.top.length > 0 && list(found.top)}
      </Panel>
      {before &&
        ((await isFirstPeriod(found, panel)) ? (
          <Card title="Rising and falling">
            <p className="text-muted">
              Nothing was clicked {before.inSentence}, so there is nothing to compare with yet.
            </p>
          </Card>
        ) : (
          <Changes found={found} before={before.inSentence} list={list} />
        ))}
    </div>
  )
}

/** Whether every product would be "new": nothing at all was clicked in the period before. */
async function isFirstPeriod({ rising, falling }: ProductRanking, panel: PanelProps): Promise<boolean> {
  if (falling.length > 0 || rising.some(({ previous }) => previous)) return false
  return (await summaryOf(panel)).previousTotal === 0
}

type ChangesProps = {
  found: ProductRanking
  before: string
  list: (products: ProductRank[], changes: boolean) => ReactNode
}

function Changes({ found, before, list }: ChangesProps) {
  return (
    <div className="space-y-4">
      <Card title="Rising" description={`More clicks than ${before}`}>
        {found.rising.length > 0 ? (
          list(found.rising.slice(0, CHANGES), true)
        ) : (
          <p className="text-muted">No product got more clicks.</p>
        )}
      </Card>
      <Card title="Falling" description={`Fewer clicks than ${before}`}>
        {found.falling.length > 0 ? (
          list(found.falling.slice(0, CHANGES), true)
        ) : (
          <p className="text-muted">No product got fewer clicks.</p>
        )}
      </Card>
    </div>
  )
}

function toRow({ id, name, variation, imageUrl, count, previous }: ProductRank, href: string) {
  const label = name ?? 'Unknown product'
  return {
    key: String(id),
    label: variation && !endsWithOption(label, variation) ? `${label}, ${variation}` : label,
    hint: name ? undefined : `ID ${id}, not in the catalogue`,
    thumbnail: { src: imageUrl, name: name ?? '?' },
    count,
    previous,
    href,
  }
}
