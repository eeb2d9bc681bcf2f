import type { DeviceType, KindReason, PageType, RouteReason, VisitorKind } from '../generated/prisma/enums'

/** One click as it is recorded; see ClickEvent in the Prisma schema. Nothing here tells who the shopper is. */
export type Click = {
  /** UUIDv7. */
  id: string
  /** Unix milliseconds. */
  occurredAt: number
  productId: number | null
  pageType: PageType
  deviceType: DeviceType
  visitorKind: VisitorKind
  kindReason: KindReason | null
  reason: RouteReason
  ruleId: number | null
  categoryId: number | null
  numberId: number | null
  number: string | null
  via: string | null
  itemCount: number
}
