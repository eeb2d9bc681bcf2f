import { z } from 'zod'
import { type CartItem, mergeItems, parseItems, parseProductId, parseQuantity } from '../redirect/items'

/** What a storefront sent. Texts are cleaned and cut to what is stored; nothing here can be wrong enough to stop an order. */
export type CheckoutInput = {
  format: 'form' | 'json'
  items: CartItem[]
  customer: { name: string; phone: string; email: string; address: string }
  note: string
  idempotencyKey: string | null
}

/** Text as it may be stored: well-formed, no NUL (Postgres refuses it), lines as `\n`, at most `max` characters. */
function text(max: number) {
  return z
    .unknown()
    .transform(value => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''))
    .transform(value =>
      value.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim().normalize('NFC').slice(0, max).toWellFormed(),
    )
}

const fields = z.object({
  name: text(200),
  phone: text(60),
  email: text(254),
  address: text(1000),
})

const idText = z.union([z.string(), z.number()]).transform(value => String(value).trim())

const jsonLine = z
  .object({ id: idText, qty: z.union([z.string(), z.number()]).default(1).transform(String) })
  .transform(line => ({ id: parseProductId(line.id), quantity: parseQuantity(line.qty.trim()) }))
  .catch({ id: null, quantity: null })

const json = z.object({
  items: z
    .union([z.string().transform(parseItems), z.array(jsonLine).max(10_000).transform(mergeItems)])
    .catch([]),
  customer: z
    .record(z.string(), z.unknown())
    .catch({})
    .transform(customer => fields.parse(customer)),
  note: text(2000),
  idempotencyKey: text(4000),
})

/** Reads a form body (urlencoded). */
export function parseForm(form: URLSearchParams | FormData): CheckoutInput {
  const get = (name: string) => form.get(name)
  const items = get('items')
  return {
    format: 'form',
    items: parseItems(typeof items === 'string' ? items : null),
    customer: fields.parse({
      name: get('name'),
      phone: get('phone'),
      email: get('email'),
      address: get('address'),
    }),
    note: text(2000).parse(get('note')),
    idempotencyKey: text(4000).parse(get('idempotency_key')) || null,
  }
}

/** Reads a JSON body; null when it is not a JSON object. */
export function parseJson(body: string): CheckoutInput | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  const result = json.safeParse(value)
  if (!result.success) return null
  const { items, customer, note, idempotencyKey } = result.data
  return { format: 'json', items, customer, note, idempotencyKey: idempotencyKey || null }
}
