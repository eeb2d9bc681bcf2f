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
function clean(value: unknown, max?: number): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const lines = String(value).replaceAll('\0', '').replace(/\r\n?/g, '\n')
  return lines.trim().normalize('NFC').slice(0, max).toWellFormed()
}

function buildInput(
  format: CheckoutInput['format'],
  raw: { items: CartItem[]; get: (name: string) => unknown },
) {
  const { items, get } = raw
  return {
    format,
    items,
    customer: {
      name: clean(get('name'), 200),
      phone: clean(get('phone'), 60),
      email: clean(get('email'), 254),
      address: clean(get('address'), 1000),
    },
    note: clean(get('note'), 2000),
  }
}

const idOrQuantity = z.union([z.string(), z.number()]).transform(value => String(value).trim())

const jsonLine = z
  .object({ id: idOrQuantity, qty: idOrQuantity.default('1') })
  .transform(({ id, qty }) => ({ id: parseProductId(id), quantity: parseQuantity(qty) }))
  .catch({ id: null, quantity: null })

const json = z.object({
  items: z.union([z.string().transform(parseItems), z.array(jsonLine).transform(mergeItems)]).catch([]),
  customer: z.record(z.string(), z.unknown()).catch({}),
  note: z.unknown().optional(),
  idempotencyKey: z.unknown().optional(),
})

/** Reads a form body. */
export function parseForm(form: URLSearchParams | FormData): CheckoutInput {
  const items = form.get('items')
  return {
    ...buildInput('form', {
      items: parseItems(typeof items === 'string' ? items : null),
      get: name => form.get(name),
    }),
    idempotencyKey: clean(form.get('idempotency_key')) || null,
  }
}

/** Reads a JSON body; null when it is not a JSON object. */
export function parseJson(body: string): CheckoutInput | null {
  const result = json.safeParse(parseOrNull(body))
  if (!result.success) return null
  const { items, customer, note, idempotencyKey } = result.data
  return {
    ...buildInput('json', { items, get: name => (name === 'note' ? note : customer[name]) }),
    idempotencyKey: clean(idempotencyKey) || null,
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
