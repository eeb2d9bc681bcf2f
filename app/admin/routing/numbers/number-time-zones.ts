import type { Option } from '@/components/ui/combobox-filter'
import { listTimeZones } from '@/lib/settings/regions'

/** Every time zone, the shop's first: "" follows it wherever it moves. */
export function listNumberTimeZones(shopTimeZone: string, now: Date): Option[] {
  const zones = listTimeZones(shopTimeZone, now)
  const shop = zones.find(zone => zone.value === shopTimeZone)
  return [{ value: '', label: `The shop’s: ${shop?.label ?? shopTimeZone}`, hint: shop?.hint }, ...zones]
}
