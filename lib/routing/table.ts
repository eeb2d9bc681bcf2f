/** A WhatsApp destination: `digits` in international format without `+`. */
export type Destination = { readonly id: number; readonly digits: string }

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

export type TableRule = { readonly id: number; readonly number: Destination }

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
  readonly defaultNumber: Destination | null
  /** Active rules of live categories, by category id. */
  readonly rules: ReadonlyMap<number, TableRule>
}

/** Everything a redirect is decided from, held in memory by each process. Any change makes another object of it. */
export type RoutingTable = {
  readonly store: StoreFacts
  readonly products: ReadonlyMap<number, TableProduct>
}
