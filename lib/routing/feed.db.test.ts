import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { decideProduct } from './decide'
import { RoutingFeed } from './feed'
import { readSnapshot } from './snapshot'

let directory = ''
let reports: string[] = []
let feeds: RoutingFeed[] = []
let clients: Client[] = []

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'feed-'))
  reports = []
  feeds = []
  clients = []
  await sql(`TRUNCATE numbers, categories, products, product_categories, routing_rules, settings, routing_changes;
    INSERT INTO numbers (id, digits) VALUES (1, '5511988887777'), (2, '447700900123'), (9, '15550100999');
    INSERT INTO settings (id, default_number_id, product_template, cart_template, checkout_template, floating_template)
      VALUES (1, 9, 'p', 'c', 'o', 'f');
    INSERT INTO categories (id, name) VALUES (10, 'Shoes'), (20, 'Hats');
    INSERT INTO routing_rules (id, category_id, number_id) VALUES (100, 10, 1), (200, 20, 2);
    INSERT INTO products (id, parent_id, name, price) VALUES (1, null, 'Boot', 19.9), (11, 1, 'Blue boot', 21);
    INSERT INTO product_categories (product_id, category_id, position) VALUES (1, 10, 0), (1, 20, 1)`)
})
afterEach(async () => {
  for (const feed of feeds) await feed.stop()
  for (const client of clients) await client.end()
  rmSync(directory, { recursive: true, force: true })
})

/** Generous: the machine may be busy. */
const eventually = (check: () => unknown) => vi.waitFor(check, { interval: 10, timeout: 5_000 })

/** Plain SQL on a connection that knows nothing of the app. */
async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  clients.push(client)
  return client
}
async function sql(text: string): Promise<void> {
  const client = await connect()
  await client.query(text)
}
const prepare = (name = 'table') => {
  const feed = new RoutingFeed(join(directory, `${name}.ndjson`), message => void reports.push(message))
  feeds.push(feed)
  return feed
}
async function follow(name?: string): Promise<RoutingFeed> {
  const feed = prepare(name)
  await feed.start(process.env.DATABASE_URL ?? '')
  return feed
}
const digitsOf = (feed: RoutingFeed, id: number) =>
  feed.table && decideProduct(feed.table, id, 0).number?.digits
const [shoes, hats, desk] = ['5511988887777', '447700900123', '15550100999']

test('loads everything: default number, rules, products in their order, a variation with its parent’s categories', async () => {
  const feed = await follow()
  expect(feed.table?.store).toMatchObject({ defaultNumber: { id: 9, digits: desk }, currency: 'USD' })
  expect(feed.table?.products.get(1)).toMatchObject({ name: 'Boot', price: '19.9', categoryIds: [10, 20] })
  expect(feed.table?.products.get(11)).toMatchObject({ parentId: 1, price: '21', categoryIds: [10, 20] })
  expect([digitsOf(feed, 1), digitsOf(feed, 11), digitsOf(feed, 99)]).toEqual([shoes, shoes, desk])
})

const swapPositions = `UPDATE product_categories SET position = 2 WHERE category_id = 10`

describe('plain SQL counts on every instance', () => {
  test.each([
    ['a rule to another number', 'UPDATE routing_rules SET number_id = 2 WHERE id = 100', 1, hats],
    ['a rule paused', 'UPDATE routing_rules SET paused_at = now() WHERE id = 100', 1, hats],
    ['a number paused', 'UPDATE numbers SET paused_at = now() WHERE id = 1', 1, desk],
    [
      'a number with a backup',
      'UPDATE numbers SET paused_at = now(), backup_number_id = 2 WHERE id = 1',
      1,
      hats,
    ],
    ['the digits of a number', `UPDATE numbers SET digits = '15550001111' WHERE id = 1`, 1, '15550001111'],
    [
      'a rule that covers what is below it',
      'UPDATE categories SET parent_id = 20 WHERE id = 10; UPDATE routing_rules SET archived_at = now() WHERE id = 100; UPDATE product_categories SET position = 5 WHERE category_id = 20; DELETE FROM product_categories WHERE category_id = 20; UPDATE routing_rules SET covers_subcategories = true WHERE id = 200',
      1,
      hats,
    ],
    ['a rule archived', 'UPDATE routing_rules SET archived_at = now()', 1, desk],
    ['a rule deleted', 'DELETE FROM routing_rules', 11, desk],
    ['a number archived', 'UPDATE numbers SET archived_at = now() WHERE id = 1', 1, hats],
    ['a category archived', 'UPDATE categories SET archived_at = now() WHERE id = 10', 1, hats],
    ['the default number', 'UPDATE settings SET default_number_id = 2', 99, hats],
    ['a product’s categories in another order', swapPositions, 1, hats],
    ['and its variation’s with them', swapPositions, 11, hats],
    ['a category taken from a product', 'DELETE FROM product_categories WHERE category_id = 10', 11, hats],
    ['a new product', `INSERT INTO products (id, parent_id, name) VALUES (12, 1, 'New')`, 12, shoes],
    ['a product archived', 'UPDATE products SET archived_at = now() WHERE id = 1', 1, desk],
    ['a variation deleted', 'DELETE FROM products WHERE id = 11', 11, desk],
    ['all products deleted', 'DELETE FROM products WHERE id = 11; DELETE FROM products', 1, desk],
    ['the catalogue truncated', 'TRUNCATE products, product_categories', 1, desk],
    [
      'a catalogue of hundreds at once',
      `INSERT INTO products (id, name) SELECT id, '' FROM generate_series(1000, 1500) AS id;
       INSERT INTO product_categories SELECT id, 20, 0 FROM generate_series(1000, 1500) AS id`,
      1_500,
      hats,
    ],
  ])('%s', async (_, statements, id, digits) => {
    const [one, two, client] = await Promise.all([follow('one'), follow('two'), connect()])
    expect(digitsOf(one, id)).not.toBe(digits)
    await client.query(statements)
    await eventually(() => expect([digitsOf(one, id), digitsOf(two, id)]).toEqual([digits, digits]))
  })

  test('in under 200 ms (median of nine edits)', async () => {
    const [one, two, client] = await Promise.all([follow('one'), follow('two'), connect()])
    const times: number[] = []
    for (let n = 1; n <= 9; n++) {
      const digits = n % 2 === 0 ? shoes : hats
      await client.query('UPDATE routing_rules SET number_id = $1 WHERE id = 100', [n % 2 === 0 ? 1 : 2])
      const begun = performance.now()
      const arrived = () => expect([digitsOf(one, 1), digitsOf(two, 1)]).toEqual([digits, digits])
      await vi.waitFor(arrived, { interval: 2, timeout: 5_000 })
      times.push(performance.now() - begun)
    }
    expect(times.sort((a, b) => a - b)[4]).toBeLessThan(200)
  })
})

test('a product’s words and price', async () => {
  const feed = await follow()
  await sql(
    `UPDATE products SET name = 'Shoe', price = 5.5, currency = 'EUR', url = 'https://x.example' WHERE id = 1`,
  )
  await eventually(() =>
    expect(feed.table?.products.get(1)).toMatchObject({ name: 'Shoe', price: '5.5', currency: 'EUR' }),
  )
})

test('after refresh() what was committed before counts, without waiting for a notice', async () => {
  const feed = await follow()
  const client = await connect()
  for (let n = 0; n < 20; n++) {
    const numberId = n % 2 === 0 ? 2 : 1
    await client.query('UPDATE routing_rules SET number_id = $1 WHERE id = 100', [numberId])
    await feed.refresh()
    expect(digitsOf(feed, 1)).toBe(numberId === 2 ? hats : shoes)
  }
})

test('a swarm of refreshes and edits ends right', async () => {
  const feed = await follow()
  const client = await connect()
  const refreshes: Promise<void>[] = []
  for (let n = 1; n <= 100; n++) {
    await client.query(`UPDATE products SET name = 'Boot ${n}' WHERE id = 1`)
    refreshes.push(feed.refresh())
  }
  await Promise.all(refreshes)
  expect(feed.table?.products.get(1)?.name).toBe('Boot 100')
})

test('an older transaction that commits after a younger one is not overlooked', async () => {
  const feed = await follow()
  const [older, younger] = await Promise.all([connect(), connect()])
  await older.query(`BEGIN; UPDATE products SET name = 'Older' WHERE id = 1`)
  await younger.query(`UPDATE products SET name = 'Younger' WHERE id = 11`)
  await feed.refresh()
  expect(feed.table?.products.get(11)?.name).toBe('Younger')
  expect(feed.table?.products.get(1)?.name).toBe('Boot')
  await older.query('COMMIT')
  await feed.refresh()
  expect(feed.table?.products.get(1)?.name).toBe('Older')
})

test('what is rolled back never counts', async () => {
  const feed = await follow()
  await sql('BEGIN; DELETE FROM routing_rules; ROLLBACK')
  await feed.refresh()
  expect(digitsOf(feed, 1)).toBe(shoes)
})

test('a connection that is killed comes back, and has missed nothing', async () => {
  const feed = await follow()
  const client = await connect()
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'chatcart-routing'`,
  )
  expect(rowCount).toBeGreaterThan(0)
  await client.query('UPDATE routing_rules SET number_id = 2 WHERE id = 100')
  await eventually(() => expect(digitsOf(feed, 1)).toBe(hats))
  await client.query('UPDATE routing_rules SET number_id = 1 WHERE id = 100')
  await eventually(() => expect(digitsOf(feed, 1)).toBe(shoes))
})

describe('the last known table', () => {
  test('is kept on disk, follows the edits, and answers in the next process before the database does', async () => {
    const feed = await follow()
    await sql('UPDATE routing_rules SET number_id = 2 WHERE id = 100')
    await eventually(() => expect(digitsOf(feed, 1)).toBe(hats))
    await feed.stop()
    expect(readSnapshot(join(directory, 'table.ndjson'))).toEqual(feed.table)
    expect(digitsOf(prepare(), 1)).toBe(hats)
  })

  test('counts while the database is away, which is said once', async () => {
    const first = await follow()
    await first.stop()
    const feed = prepare()
    void feed.start('postgresql://nobody@127.0.0.1:1/nothing')
    await eventually(() => expect(reports).toHaveLength(1))
    expect(digitsOf(feed, 1)).toBe(shoes)
    await feed.refresh()
    expect(feed.connected).toBe(false)
  })
})

test('old entries of the change feed are swept', async () => {
  const client = await connect()
  await client.query(
    `INSERT INTO routing_changes (payload, changed_at) VALUES ('old', now() - interval '2 days')`,
  )
  await follow()
  await eventually(async () =>
    expect((await client.query(`SELECT 1 FROM routing_changes WHERE payload = 'old'`)).rowCount).toBe(0),
  )
})
