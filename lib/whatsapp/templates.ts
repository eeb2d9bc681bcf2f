import type { PageType } from '../generated/prisma/enums'

/** A message per page type. Plain text without emoji: through wa.me they arrive as replacement characters on desktop. */
export const defaultTemplates: Record<PageType, string> = {
  product: `Hello {store}, I would like to order:

*{product}*
Option: {variation}
Quantity: {quantity}
Unit price: {price}
SKU: {sku}
{url}`,
  cart: `Hello {store}, I would like to order:

{items}

Total: {total}`,
  checkout: `Hello {store}, this is my order:

Reference: *{reference}*

{items}

Total: {total}

Name: {name}
Phone: {phone}
Email: {email}
Address: {address}
Note: {note}`,
  floating: 'Hello {store}, I have a question.',
}

const descriptions = {
  product: "The product's name",
  price: 'Price of one piece',
  quantity: 'How many pieces',
  variation: 'The chosen option, such as "Blue, Large"',
  sku: "The product's SKU",
  url: "The product's page in your store",
  items: 'One line per product: quantity, name, option, price, SKU, link',
  total: 'The sum; empty while any price is unknown',
  reference: "The order's reference",
  name: "The customer's name",
  phone: "The customer's phone",
  email: "The customer's e-mail",
  address: "The customer's address",
  note: "The customer's note",
  store: "Your store's name",
} as const

export type Placeholder = keyof typeof descriptions
export type TemplateValues = { readonly [P in Placeholder]?: string }

const forPage: Record<PageType, readonly Placeholder[]> = {
  product: ['product', 'variation', 'quantity', 'price', 'total', 'sku', 'url', 'store'],
  cart: ['items', 'total', 'quantity', 'store'],
  checkout: ['reference', 'items', 'total', 'quantity', 'name', 'phone', 'email', 'address', 'note', 'store'],
  floating: ['store'],
}

/** What a template of this page type can say, with a description for the editor. */
export function placeholdersFor(pageType: PageType): { name: Placeholder; description: string }[] {
  return forPage[pageType].map(name => ({ name, description: descriptions[name] }))
}

/** `{words}` that nothing will fill on this page: they reach WhatsApp as typed, or leave a gap. */
export function unknownPlaceholders(template: string, pageType: PageType): string[] {
  const known: readonly string[] = forPage[pageType]
  const found = [...template.matchAll(PLACEHOLDER)].map(match => match[1] ?? '')
  return [...new Set(found.filter(name => !known.includes(name)))]
}

/** The placeholders a template uses, so that nobody works out a value that is not shown. */
export function placeholdersIn(template: string): ReadonlySet<Placeholder> {
  return compile(template).uses
}

/**
 * Fills in the values, literally: braces or `$&` in a product's name mean nothing. Unknown placeholders stay as
 * typed. A line whose placeholders are all empty disappears, and no more than one blank line stays in a row.
 */
export function renderTemplate(template: string, values: TemplateValues): string {
  let text = ''
  let blank = false
  for (const line of compile(template).lines) {
    const rendered = renderLine(line, values)
    if (rendered === null) continue
    if (rendered.trim() === '') {
      blank = true
      continue
    }
    if (text !== '') text += blank ? '\n\n' : '\n'
    text += rendered
    blank = false
  }
  return text
}

type Part = { text: string } | { name: Placeholder }
type Line = { parts: Part[]; hasPlaceholder: boolean }
type Compiled = { lines: Line[]; uses: ReadonlySet<Placeholder> }

const PLACEHOLDER = /\{([a-z_]+)\}/gi
const compiled = new Map<string, Compiled>()
const MAX_COMPILED = 100

function renderLine(line: Line, values: TemplateValues): string | null {
  let text = ''
  let filled = false
  for (const part of line.parts) {
    if ('text' in part) {
      text += part.text
      continue
    }
    const value = values[part.name]
    if (value) {
      filled = true
      text += value
    }
  }
  return line.hasPlaceholder && !filled ? null : text
}

function compile(template: string): Compiled {
  const known = compiled.get(template)
  if (known) return known
  if (compiled.size >= MAX_COMPILED) compiled.clear()
  const lines = template.split(/\r\n|\r|\n/).map(compileLine)
  const names = lines.flatMap(line => line.parts.flatMap(part => ('name' in part ? [part.name] : [])))
  const entry = { lines, uses: new Set(names) }
  compiled.set(template, entry)
  return entry
}

function compileLine(line: string): Line {
  const parts: Part[] = []
  let from = 0
  for (const match of line.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? ''
    if (!isPlaceholder(name)) continue
    if (match.index > from) parts.push({ text: line.slice(from, match.index) })
    parts.push({ name })
    from = match.index + match[0].length
  }
  if (from < line.length) parts.push({ text: line.slice(from) })
  return { parts, hasPlaceholder: parts.some(part => 'name' in part) }
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(descriptions, name)
}
