import type { PageType } from '@/lib/generated/prisma/enums'
import { placeholdersIn, unknownPlaceholders } from '@/lib/whatsapp/templates'

const picture = /\p{Extended_Pictographic}/u

/** What a merchant would want to know before saving; none of it is an error. */
export function templateWarnings(template: string, pageType: PageType): string[] {
  const warnings = unknownPlaceholders(template, pageType).map(
    name => `{${name}} is not filled in on this page.`,
  )
  const needed = essential[pageType]
  if (needed && !needed.some(name => placeholdersIn(template).has(name)))
    warnings.push(`Without {${needed[0]}} nobody can see what was ordered.`)
  if (picture.test(template))
    warnings.push('Emoji often reach WhatsApp on a computer as �. Plain words always arrive.')
  return warnings
}

/** Any of these says what the order is about. */
const essential = {
  product: ['product', 'items'],
  cart: ['items'],
  checkout: ['items'],
  floating: null,
} as const
