/** One row of the file, understood. A field is `undefined` where the file has no such column: what is stored then stays. */
export type ImportRow = {
  line: number
  /** The store's own product id. */
  id: number
  kind: 'product' | 'variation'
  /** What the file says the parent is, for a variation. */
  parent: { id: number } | { sku: string } | null
  sku: string | null | undefined
  /** Empty where a variation has none of its own. */
  name: string
  /** "Blue, Large" from the attributes, else null. */
  attributes: string | null
  status: 'published' | 'draft' | 'private' | 'pending'
  /** Decimal string; null when the file gives no usable price. */
  price: string | null | undefined
  url: string | null | undefined
  imageUrl: string | null | undefined
  /** Paths from the root, in the file's order; the product belongs to the last name of each. */
  categories: string[][] | undefined
}

/** Why a line is skipped, or what was left out of one that is imported. */
export type LineNote = { line: number; id: number | null; name: string; message: string }

/** What was assumed or noticed about the whole file, in a sentence for the merchant. */
export type FileNote = { tone: 'info' | 'amber'; message: string }
