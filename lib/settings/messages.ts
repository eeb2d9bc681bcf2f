import { z } from 'zod'
import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import type { PageType } from '../generated/prisma/enums'
import type { Actor } from '../history/changing'
import type { MessageContext, MessageItem } from '../whatsapp/message'
import { type SettingsSave, saveSettings, versionInput } from './saving'

/** As long as the settings' columns. Line breaks arrive from a form as CR LF. */
const template = z
  .string()
  .transform(text => text.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().min(1, 'Write a message.').max(2000, 'At most 2,000 characters.'))

export const messagesInput = z.object({
  product: template,
  cart: template,
  checkout: template,
  floating: template,
})

export type Messages = z.infer<typeof messagesInput>

/** With the version of what was there when the form was opened. */
export const messagesEdit = messagesInput.extend({ version: versionInput })

/** The message template of each page type. */
export function getMessages(): Promise<Messages> {
  return readMessages(db())
}

async function readMessages(client: Prisma.TransactionClient): Promise<Messages> {
  const row = await client.settings.findUniqueOrThrow({
    where: { id: 1 },
    select: { productTemplate: true, cartTemplate: true, checkoutTemplate: true, floatingTemplate: true },
  })
  return {
    product: row.productTemplate,
    cart: row.cartTemplate,
    checkout: row.checkoutTemplate,
    floating: row.floatingTemplate,
  }
}

/** Saves the four messages; the next shopper gets them. */
export function updateMessages(
  { version, ...messages }: z.output<typeof messagesEdit>,
  actor: Actor,
): Promise<SettingsSave<Messages>> {
  const data = {
    productTemplate: messages.product,
    cartTemplate: messages.cart,
    checkoutTemplate: messages.checkout,
    floatingTemplate: messages.floating,
  }
  return saveSettings({ version, read: readMessages, data }, actor)
}

export type MessageSamples = { digits: string; contexts: Record<PageType, MessageContext> }

/** What the previews show: the store's own products, with a made-up customer where an order has one. */
export async function getSamples(): Promise<MessageSamples> {
  const [settings, items] = await Promise.all([
    db().settings.findUniqueOrThrow({
      where: { id: 1 },
      select: { storeName: true, currency: true, locale: true, defaultNumber: { select: { digits: true } } },
    }),
    listSampleItems(),
  ])
  const store = { store: settings.storeName, currency: settings.currency, locale: settings.locale }
  const context = { ...store, items, reference: null, customer: null }
  return {
    digits: settings.defaultNumber?.digits ?? '447700900123',
    contexts: {
      product: { ...context, items: items.slice(0, 1) },
      cart: context,
      checkout: { ...context, reference: '7KQM-2P4X', customer: sampleCustomer },
      floating: { ...context, items: [] },
    },
  }
}

const sampleCustomer = {
  name: 'Ana Souza',
  phone: '+44 7700 900456',
  email: 'ana@example.com',
  address: '12 Harbour Street, Leeds',
  note: 'Please ring twice.',
}

/** Some products, a variation first where there is one: it has the most to say. */
async function listSampleItems(): Promise<MessageItem[]> {
  const select = { id: true, name: true, variation: true, sku: true, price: true, url: true } as const
  const where = { archivedAt: null }
  const [variations, products] = await Promise.all([
    db().product.findMany({
      where: { ...where, parentId: { not: null } },
      take: 1,
      orderBy: { id: 'asc' },
      select,
    }),
    db().product.findMany({
      where: { ...where, parentId: null, variations: { none: {} } },
      take: 20,
      orderBy: { id: 'asc' },
      select,
    }),
  ])
  return [...variations, ...products].map(({ id, price, ...product }, index) => ({
    ...product,
    id: Number(id),
    price: price?.toFixed() ?? null,
    quantity: index === 0 ? 2 : 1,
  }))
}
