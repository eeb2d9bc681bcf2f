import { SplitChart } from '@/components/charts/split-chart'
import type { ClickFilters } from '@/lib/clicks/filters'
import { findingPlaces } from '@/lib/clicks/findings'
import { deviceLabel, pageTypeLabel } from '@/lib/clicks/words'
import { Panel } from '../panel'
import { RankList } from '../rank-list'
import type { PanelProps } from '../read-view'
import { summaryOf } from '../summary-of'
import { viewHref } from '../view'

/** "Where are the buttons that people press?" Page type by device. */
export async function PlacesPanel(panel: PanelProps) {
  const { view, locale } = panel
  const { places, total, ...summary } = await summaryOf(panel)
  const pages = sumBy(places, place => place.pageType)
  const devices = sumBy(places, place => place.deviceType)
  const narrow = (filters: Partial<ClickFilters>) => viewHref(view, { filters })
  return (
    <Panel
      question="Where are the buttons that people press?"
      finding={findingPlaces({ places, total, ...summary }, locale)}
    >
      {total > 0 && (
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
          <SplitChart
            title="Clicks by page type and device"
            rowLabel="Page"
            parts={[deviceLabel('mobile'), deviceLabel('desktop')]}
            bars={pages.map(([pageType]) => ({
              key: pageType,
              label: pageTypeLabel(pageType),
              first: countOf(places, pageType, 'mobile'),
              second: countOf(places, pageType, 'desktop'),
            }))}
            locale={locale}
          />
          <div className="space-y-4">
            <RankList
              total={total}
              locale={locale}
              rows={pages.map(([pageType, counts]) => ({
                key: pageType,
                label: pageTypeLabel(pageType),
                ...counts,
                href: narrow({ pageType }),
              }))}
            />
            <div className="border-t pt-4">
              <RankList
                total={total}
                locale={locale}
                rows={devices.map(([deviceType, counts]) => ({
                  key: deviceType,
                  label: deviceLabel(deviceType),
                  ...counts,
                  href: narrow({ deviceType }),
                }))}
              />
            </div>
          </div>
        </div>
      )}
    </Panel>
  )
}

type Place = Awaited<ReturnType<typeof summaryOf>>['places'][number]

type Counts = Pick<Place, 'count' | 'previous'>

/** Most first. */
function sumBy<Key extends string>(places: Place[], keyOf: (place: Place) => Key): [Key, Counts][] {
  const sums = new Map<Key, Counts>()
  for (const place of places) {
    const { count, previous } = sums.get(keyOf(place)) ?? { count: 0, previous: null }
    sums.set(keyOf(place), {
      count: count + place.count,
      previous: place.previous === null ? previous : (previous ?? 0) + place.previous,
    })
  }
  return [...sums].sort(([, a], [, b]) => b.count - a.count)
}

function countOf(places: Place[], pageType: Place['pageType'], deviceType: Place['deviceType']): number {
  return places.find(place => place.pageType === pageType && place.deviceType === deviceType)?.count ?? 0
}
