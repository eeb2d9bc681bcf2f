import { describe, expect, test } from 'vitest'
import { composeLink, type LinkRequest } from './link'
import type { MessageItem } from './message'
import { defaultTemplates } from './templates'

const digits = '447700900123'

function item(change: Partial<MessageItem> = {}): MessageItem {
  return {
    id: 12,
    name: 'Blue mug',
    variation: null,
    sku: null,
    price: null,
    url: null,
    quantity: 1,
    ...change,
  }
}

function cart(count: number): MessageItem[] {
  return [...Array(count).keys()].map(n =>
    item({
      id: 1000 + n,
      name: `Hand-thrown mug number ${n}`,
      variation: n % 2 ? 'Blue, Large' : null,
      sku: `MUG-${n}`,
      price: '18.5000',
      url: `https://shop.example/product/hand-thrown-mug-${n}/`,
      quantity: 1 + (n % 3),
    }),
  )
}

function compose(items: MessageItem[], change: Partial<LinkRequest> & { note?: string } = {}) {
  const { note, ...request } = change
  const customer =
    note === undefined
      ? null
      : { name: 'Ana', phone: '+44 7700 900456', email: '', address: '1 High St\nLeeds', note }
  const context = { store: 'Fern', currency: 'GBP', locale: 'en-GB', items, reference: null, customer }
  return composeLink({ digits, template: defaultTemplates.cart, context, ...request })
}

/** What the receiving app reads: one decoding of the query. */
function textOf(url: string): string {
  return new URL(url).searchParams.get('text') ?? ''
}

describe('the message', () => {
  test('of a product', () => {
    const blue = item({
      price: '18.5',
      sku: 'MUG',
      url: 'https://x.example/mug',
      variation: 'Large',
      quantity: 2,
    })
    const { url, text, folded } = compose([blue], { template: defaultTemplates.product })
    expect(folded).toBe('none')
    expect(text).toBe(
      'Hello Fern, I would like to order:\n\n*Blue mug*\nOption: Large\nQuantity: 2\nUnit price: £18.50\nSKU: MUG\nhttps://x.example/mug',
    )
    expect(url.startsWith(`https://wa.me/${digits}?text=Hello%20Fern%2C%20I`)).toBe(true)
  })

  test('of a cart: line prices, one total', () => {
    const items = [item({ price: '0.1', quantity: 3, variation: 'Large' }), item({ name: 'Jug', price: '2' })]
    expect(compose(items).text).toBe(
      'Hello Fern, I would like to order:\n\n3 x Blue mug (Large) - £0.30\n1 x Jug - £2.00\n\nTotal: £2.30',
    )
  })

  test('has no total while a price is unknown', () => {
    expect(compose([item({ price: '1' }), item({ name: null, id: 77 })]).text).toBe(
      'Hello Fern, I would like to order:\n\n1 x Blue mug - £1.00\n1 x Product 77',
    )
  })

  test('of a right-to-left name keeps the price after it in order', () => {
    expect(compose([item({ name: 'خاتم فضة', price: '80' })]).text).toContain(
      '1 x \u2068خاتم فضة\u2069 - £80.00',
    )
  })

  test('says an option once', () => {
    expect(compose([item({ name: 'Mug - Blue', variation: 'Blue' })]).text).toContain(
      '1 x Mug - Blue\n'.trim(),
    )
    expect(compose([item({ name: 'Mug - Blue', variation: 'Blue' })]).text).not.toContain('(Blue)')
    const product = { template: defaultTemplates.product }
    expect(compose([item({ name: 'Mug - Blue', variation: 'Blue' })], product).text).not.toContain('Option')
    const optionAlone = { template: 'Colour: {variation}' }
    expect(compose([item({ name: 'Mug - Blue', variation: 'Blue' })], optionAlone).text).toBe('Colour: Blue')
  })

  test('says an option whose letters merely occur in the name', () => {
    expect(compose([item({ name: 'Shirt', variation: 'S' })]).text).toContain('1 x Shirt (S)')
  })

  test('of a checkout', () => {
    const { text } = compose([item()], { template: defaultTemplates.checkout, note: 'Ring\r\n\r\ntwice' })
    expect(text).toBe(
      'Hello Fern, this is my order:\n\n1 x Blue mug\n\nName: Ana\nPhone: +44 7700 900456\nAddress: 1 High St Leeds\nNote: Ring twice',
    )
  })

  test('can be empty', () => {
    expect(compose([], { template: '{items}' }).url).toBe(`https://wa.me/${digits}`)
  })

  test('has plain spaces in prices', () => {
    const context = { store: '', currency: 'BRL', locale: 'pt-BR', items: [item({ price: '5' })] }
    const { text } = composeLink({
      digits,
      template: '{price}',
      context: { ...context, reference: null, customer: null },
    })
    expect(text).toBe('R$ 5,00')
  })
})

describe('awkward text reaches WhatsApp as it is', () => {
  test.each([
    ['percent', '100% cotton %20 %zz', '100% cotton %20 %zz'],
    ['plus and ampersand', 'a+b & c=d #1 ?', 'a+b & c=d #1 ?'],
    ['markup', '<b>"Mug"</b> {price} $&', '<b>"Mug"</b> {price} $&'],
    ['right to left', 'قميص أزرق', 'قميص أزرق'],
    ['joined emoji', 'Kit 👩‍👩‍👧‍👦', 'Kit 👩‍👩‍👧‍👦'],
    ['decomposed accents', 'Cafe\u0301', 'Caf\u00e9'],
    ['a lone surrogate', 'a\ud83db', 'a\ufffdb'],
    ['line breaks', ' Mug\r\nTotal:\u2028free\t ', 'Mug Total: free'],
    ['a null', 'a\u0000b', 'a b'],
  ])('%s', (_, name, expected) => {
    const { url, text } = compose([item({ name })], { template: '{product}' })
    expect(text).toBe(expected)
    expect(textOf(url)).toBe(expected)
  })

  test('whatever it is (2,000 random texts)', () => {
    const random = seeded(7)
    for (let round = 0; round < 2000; round += 1) {
      const name = randomText(random)
      const { url, text } = compose([item({ name, variation: randomText(random) })], {
        note: randomText(random),
      })
      expect(decodeURIComponent(url.slice(url.indexOf('=') + 1))).toBe(text)
      expect(url).toMatch(/^https:\/\/wa\.me\/447700900123\?text=[\w.!~*'()%-]+$/)
      expect(url.length).toBeLessThanOrEqual(3500)
    }
  })
})

describe('folding', () => {
  test.each([
    [1, 'none'],
    [10, 'none'],
    [20, 'links'],
    [35, 'prices'],
    [40, 'names'],
    [150, 'compact'],
    [250, 'compact'],
    [500, 'more'],
    [10_000, 'more'],
  ])('%d items: %s', (count, folded) => {
    const items = cart(count)
    const link = compose(items)
    expect(link.folded).toBe(folded)
    expect(link.url.length).toBeLessThanOrEqual(count <= 100 ? 2000 : 3500)
    expect(textOf(link.url)).toBe(link.text)
    expect(link.text).toContain('Total: £')
  })

  test.each([20, 40, 150, 250])('%d items: every item and quantity is there', count => {
    const { text, folded } = compose(cart(count))
    for (const { id, name, quantity } of cart(count)) {
      const entry = folded === 'compact' ? `${id} ?x ?${quantity}\\b` : `^${quantity} x ${name?.slice(0, 10)}`
      expect(text).toMatch(new RegExp(entry, 'm'))
    }
  })

  test('the last resort says how many are missing', () => {
    const { text } = compose(cart(10_000))
    const shown = text.match(/\b\d{4,}x\d/g)?.length ?? 0
    expect(text).toContain(`+${10_000 - shown} more`)
    expect(shown).toBeGreaterThan(250)
  })

  test('a huge link is dropped before anything else', () => {
    const { text, folded } = compose([item({ url: `https://x.example/${'a'.repeat(3000)}`, price: '1' })], {
      template: defaultTemplates.product,
    })
    expect(folded).toBe('links')
    expect(text).toContain('Unit price: £1.00')
    expect(text).not.toContain('https')
  })

  test('names are cut between characters, never inside one', () => {
    const names = [...Array(30)].map(() => item({ name: '👩‍👩‍👧‍👦'.repeat(50) }))
    const { text } = compose(names.slice(0, 2))
    expect(text).toMatch(/2?1 x (👩‍👩‍👧‍👦)+…$/m)
  })
})

describe('a long note', () => {
  const template = defaultTemplates.checkout

  test('leaves the items their names', () => {
    const { text, url, folded } = compose([item()], { template, note: 'please '.repeat(300) })
    expect(url.length).toBeLessThanOrEqual(3500)
    expect(folded).toBe('links')
    expect(text).toContain('1 x Blue mug')
    expect(text).toContain(`Note: ${'please '.repeat(300).trim()}`)
  })

  test('in Arabic is shortened, and nothing else', () => {
    const { text, url, folded } = compose([item()], { template, note: 'شكرا '.repeat(400) })
    expect(url.length).toBeLessThanOrEqual(3500)
    expect(url.length).toBeGreaterThan(3400)
    expect(folded).toBe('names')
    expect(text).toContain('1 x Blue mug')
    expect(text).toContain('Address: 1 High St Leeds')
    expect(text).toMatch(/Note: شكرا .*…$/)
  })

  test('with a long cart gives way before the items do', () => {
    const { text, url, folded } = compose(cart(150), { template, note: 'please '.repeat(280) })
    expect(url.length).toBeLessThanOrEqual(3500)
    expect(folded).toBe('compact')
    expect(text).toContain('1149x3')
  })

  test('and a template longer than any link still make a link', () => {
    const { url, text } = compose(cart(3), { template: 'ش'.repeat(2000), note: 'x' })
    expect(url.length).toBeLessThanOrEqual(3500)
    expect(text.endsWith('…')).toBe(true)
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** Any UTF-16 code units: lone surrogates, controls, combining marks and all. */
function randomText(random: () => number): string {
  const length = Math.floor(random() * 80)
  const ranges = [0x7f, 0x3ff, 0xffff]
  return String.fromCharCode(
    ...[...Array(length)].map(() => random() * (ranges[Math.floor(random() * 3)] ?? 1)),
  )
}
