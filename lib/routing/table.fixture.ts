import type { RoutingTable, StoreFacts, TableNumber, TableProduct } from './table'

export function number(id: number, digits: string, facts: Partial<TableNumber> = {}): TableNumber {
  return { id, digits, paused: false, hours: null, timeZone: 'UTC', backupId: null, ...facts }
}

export const shoes = number(1, '5511988887777')
export const hats = number(2, '447700900123')
export const desk = number(9, '15550100999')

export function product(id: number, facts: Partial<TableProduct> = {}): TableProduct {
  const nothing = { parentId: null, variation: null, sku: null, price: null, currency: null, url: null }
  return { id, name: `Thing ${id}`, categoryIds: [], ...nothing, ...facts }
}

/** Categories 10 (rule 100: shoes), 20 (rule 200: hats) and 30 (no rule). */
export function tableOf(products: readonly TableProduct[], store: Partial<StoreFacts> = {}): RoutingTable {
  return {
    store: {
      storeName: 'Shop',
      currency: 'USD',
      locale: 'en-US',
      templates: {
        product: '{product} {quantity} {price}\n{variation}',
        cart: '{items}\nTotal {total}',
        checkout: '{reference}\n{items}\nTotal {total}\n{name} {note}',
        floating: 'Hello {store}',
      },
      defaultNumber: desk,
      numbers: new Map([shoes, hats, desk].map(one => [one.id, one])),
      rules: new Map([
        [10, { id: 100, categoryId: 10, number: shoes }],
        [20, { id: 200, categoryId: 20, number: hats }],
      ]),
      ...store,
    },
    products: new Map(products.map(one => [one.id, one])),
  }
}
