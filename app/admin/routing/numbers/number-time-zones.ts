import type { Option } from '@/components/ui/combobox-filter'
import { listTimeZones } from '@/lib/settings/regions'

/** Every time zone, the shop's first: "" follows it wherever it moves. `own`: the number's as it was saved, if it has one. */
export function listNumberTimeZones(shopTimeZone: string, own: string | null, now: Date): Option[] {
  const zones = listTimeZones([shopTimeZone, own], now)
  const shop = zones.find(zone => zone.value === shopTimeZone)
  return [{ value: '', label: `The shop’s: ${shop?.label ?? shopTimeZone}`, hint: shop?.hint }, ...zones]
}
