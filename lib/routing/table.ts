import type { OpenTimes } from './hours'

/** A WhatsApp destination: `digits` in international format without `+`. */
export type Destination = { readonly id: number; readonly digits: string }

/** A destination with what decides whether it takes an order just now. */
export type TableNumber = Destination & {
  readonly paused: boolean
  /** Null: always open. */
  readonly hours: OpenTimes | null
  /** IANA name: its own, else the shop's. */
  readonly timeZone: string
  /** Who answers while this one does not; always one of the table's numbers. */
  readonly backupId: number | null
}

/** What routing and messages need of a product. A variation carries its parent's categories. */
export type TableProduct = {
  readonly id: number
  readonly parentId: number | null
  readonly name: string
  readonly variation: string | null
  readonly sku: string | null
  /** Decimal string, for example "19.9"; null where the catalogue has none. */
  readonly price: string | null
  readonly currency: string | null
  readonly url: string | null
  /** In the product's own order. */
  readonly categoryIds: readonly number[]
}

/** `categoryId` is the rule's own category, which a category that it covers is not. */
export type TableRule = { readonly id: number; readonly categoryId: number; readonly number: TableNumber }

/** The store, as the redirect needs it: replaced as a whole, never half changed. */
export type StoreFacts = {
  readonly storeName: string
  readonly currency: string
  readonly locale: string
  readonly templates: {
    readonly product: string
    readonly cart: string
    readonly checkout: string
    readonly floating: string
  }
  readonly defaultNumber: TableNumber | null
  /** Every number that is not archived, by id. */
  readonly numbers: ReadonlyMap<number, TableNumber>
  /** The active rule of each live category, by category id: its own, else the nearest above that covers it. */
  readonly rules: ReadonlyMap<number, TableRule>
}

/** Everything a redirect is decided from, held in memory by each process. Any change makes another object of it. */
export type RoutingTable = {
  readonly store: StoreFacts
  readonly products: ReadonlyMap<number, TableProduct>
}
