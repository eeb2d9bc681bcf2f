/** What a product form shows after a save: `errors` by field name, `message` for the form as a whole. */
export type ProductState = {
  ok: boolean
  id: number | null
  errors: Record<string, string | undefined>
  message: string | null
}

export const untouched: ProductState = { ok: false, id: null, errors: {}, message: null }
