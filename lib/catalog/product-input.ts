import { z } from 'zod'
import { parseMoney } from '../money'

const currencies = new Set(Intl.supportedValuesOf('currency'))

const productId = z
  .string()
  .trim()
  .regex(/^\d{1,16}$/, 'Enter the product’s ID in your store: digits only.')
  .transform(Number)
  .refine(id => id >= 1 && Number.isSafeInteger(id), 'The ID must be between 1 and 9,007,199,254,740,991.')

const optionalText = (length: number, message: string) =>
  z
    .string()
    .trim()
    .max(length, message)
    .default('')
    .transform(text => text || null)

const optionalAddress = (isAddress: (text: string) => boolean) =>
  z
    .string()
    .trim()
    .max(2000, 'Keep the address under 2,000 characters.')
    .default('')
    .refine(
      text => text === '' || isAddress(text),
      'Enter a full address that starts with https:// or http://.',
    )
    .transform(text => text || null)

const isWebAddress = (text: string) => /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text)
// The demo shop's pictures are files of ours.
const isPicture = (text: string) => isWebAddress(text) || /^\/demo\/[a-z-]+\.svg$/.test(text)

const price = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const parsed = parseMoney(text)
    if (parsed !== null) return parsed
    context.addIssue({ code: 'custom', message: 'Enter a price like 19.90, without a currency sign.' })
    return z.NEVER
  })

/** In the product's own order, without doubles. */
const categoryIds = z
  .array(z.coerce.number().int().positive().max(2_147_483_647))
  .max(100, 'A product can be in at most 100 categories.')
  .transform(ids => [...new Set(ids)])

/** A product as an admin edits it. */
const productInput = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(500, 'Keep the name under 500 characters.'),
  sku: optionalText(120, 'Keep the SKU under 120 characters.'),
  variation: optionalText(300, 'Keep this under 300 characters.'),
  price,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .default('')
    .refine(code => code === '' || currencies.has(code), 'Choose a currency from the list.')
    .transform(code => code || null),
  url: optionalAddress(isWebAddress),
  imageUrl: optionalAddress(isPicture),
})

/** A variation has no categories of its own. */
export const newProductInput = productInput.extend({
  categoryIds,
  id: productId,
  parentId: z.union([z.literal('').transform(() => null), productId]).default(null),
})

/** `version` is the product's `updatedAt` as the form showed it: a newer one means that somebody else saved meanwhile. */
export const productEditInput = productInput.extend({ id: productId, version: z.coerce.date() })

/** `seen` is the order as the page showed it: another one now means that somebody else saved meanwhile. */
export const productCategoriesInput = z.object({ id: productId, seen: categoryIds, categoryIds })

export const productIdInput = productId

export type NewProductInput = z.output<typeof newProductInput>
export type ProductEditInput = z.output<typeof productEditInput>
export type ProductCategoriesInput = z.output<typeof productCategoriesInput>
