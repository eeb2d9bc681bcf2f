import { expect, test } from 'vitest'
import { product, tableOf } from '../table.fixture'
import { findProductByPage } from './find-by-page'

const table = tableOf([
  product(1, { url: 'https://shop.example/product/blue-mug/' }),
  product(2, { url: 'https://www.shop.example/product/hoodie' }),
  product(3, { parentId: 2, url: 'https://shop.example/product/hoodie/?attribute_pa_color=red' }),
  product(4, { url: 'https://shop.example/?p=4&lang=en' }),
  product(5, { url: 'https://shop.example/produto/café/' }),
  product(6, { url: 'https://other.example/product/blue-mug/' }),
  product(7, { url: null }),
])

test.each([
  ['https://shop.example/product/blue-mug/', 1],
  ['http://www.shop.example/product/blue-mug?utm_source=mail&fbclid=x#reviews', 1],
  ['https://other.example/product/blue-mug', 6],
  ['https://elsewhere.example/product/blue-mug', null],
  ['https://shop.example/product/hoodie/', 2],
  ['https://shop.example/product/hoodie/?attribute_pa_color=red', 3],
  ['https://shop.example/product/hoodie/?attribute_pa_color=green', 2],
  ['https://shop.example/?lang=en&p=4', 4],
  ['https://shop.example/?p=7', 7],
  ['https://shop.example/cart/?add-to-cart=1', 1],
  ['https://shop.example/produto/caf%C3%A9/', 5],
  ['https://shop.example/', null],
  ['https://shop.example/?utm_source=mail', null],
  ['https://shop.example/product/%zz/', null],
])('%s is the page of %j', (page, id) => {
  expect(findProductByPage(table, new URL(page))?.id ?? null).toBe(id)
})
