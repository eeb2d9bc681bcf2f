import type { Client } from 'pg'

/** The span of the clicks at every size, so that the sizes differ in nothing else. */
export const span = { start: new Date('2025-11-24T00:00:00Z'), end: new Date('2026-11-23T12:00:00Z') }

/** Zipf's most popular comes first; ids are spread so that neighbours in rank are none in the index. */
export const catalogue = {
  products: 20_000,
  categories: 300,
  numbers: 40,
  firstProduct: 100_000,
  firstCategory: 1_000,
}
/** Was given up after a month: all its clicks are old. */
export const retiredNumber = 1_040

export const productOfRank = (rank: number) => catalogue.firstProduct + ((rank * 7_919) % catalogue.products)

/** 20,000 products in 300 categories in three levels, two thirds of them with a rule to one of 40 numbers. */
export async function loadCatalogue(client: Client): Promise<void> {
  await client.query(`
    INSERT INTO numbers (id, digits, label)
      SELECT 1000 + n, (5511900000000 + n)::text, (ARRAY['Ana','Bruno','Carla','Davi'])[1 + n % 4] || ' ' || n
      FROM generate_series(1, 40) AS n;
    INSERT INTO categories (id, parent_id, name)
      SELECT 1000 + n, CASE WHEN n > 20 THEN 1000 + n / 5 END,
        (ARRAY['Clothing','Kitchen','Garden','Outdoor','Toys','Books'])[1 + n % 6] || ' ' || n
      FROM generate_series(1, 300) AS n;
    INSERT INTO routing_rules (id, category_id, number_id)
      SELECT 1000 + n, 1000 + n, 1000 + 1 + floor(39 ^ (n % 97 / 97.0))::int
      FROM generate_series(1, 300) AS n WHERE n % 3 > 0;
    INSERT INTO products (id, name, sku, price)
      SELECT 100000 + n, (ARRAY['Red','Blue','Soft','Crème','Old','Tiny','Grand','Plain'])[1 + n % 8] || ' ' ||
        (ARRAY['shirt','mug','lamp','boots','kettle','tent','scarf','chair','notebook','blanket'])[1 + n / 8 % 10] ||
        ' model ' || md5(n::text), 'SKU-' || n, 5 + n % 90
      FROM generate_series(0, 19999) AS n;
    INSERT INTO product_categories (product_id, category_id, position)
      SELECT id, 1001 + id % 300, 0 FROM products WHERE id >= 100000 AND id % 33 > 0;
    UPDATE settings SET default_number_id = 1001;
    CREATE TABLE bench_ranks AS
      SELECT rank, p.id AS product_id, pc.category_id, r.id AS rule_id, coalesce(r.number_id, 1001) AS number_id
      FROM generate_series(0, 19999) AS rank JOIN products p ON p.id = 100000 + rank * 7919 % 20000
      LEFT JOIN product_categories pc ON pc.product_id = p.id LEFT JOIN routing_rules r ON r.category_id = pc.category_id;
    ANALYZE`)
}

/**
 * `rows` clicks, the same ones every time, in the order of their time, with days and nights; through the triggers,
 * a million at a time, the secondary indexes built when all are there.
 */
export async function loadClicks(client: Client, rows: number, say: (line: string) => void): Promise<void> {
  await client.query(`SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; TRUNCATE click_events`)
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = 'click_events' AND indexname <> 'click_events_pkey'`,
  )
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  const step = Math.min(rows, 1_000_000)
  for (let from = 0; from < rows; from += step) {
    await client.query(insertClicks, [from, from + step, rows, span.start, span.end])
    say(`  ${((from + step) / 1e6).toLocaleString('en')} million clicks`)
  }
  for (const { definition } of indexes) await client.query(definition)
  await client.query('VACUUM ANALYZE')
  await client.query('CHECKPOINT')
}

/** Seven shares of chance (0 to 1) for each click, from its place alone. */
const insertClicks = `
  INSERT INTO click_events
  SELECT (lpad(to_hex(floor(extract(epoch FROM occurred_at) * 1000)::bigint), 12, '0') || '7' || left(md5(i::text), 3) || '8' ||
      substr(md5(i::text), 4, 15))::uuid, occurred_at,
    CASE WHEN page = 'floating' THEN 0 WHEN odd < 0.0002 THEN NULL WHEN odd < 0.005 THEN 900000 + floor(zipf * 500)
      ELSE product_id END,
    page, CASE WHEN chance(i, 4) < 0.78 THEN 'mobile' ELSE 'desktop' END::device_type, kind,
    CASE kind WHEN 'bot' THEN 'isbot' WHEN 'prefetch' THEN 'prefetch_header' WHEN 'duplicate' THEN 'repeat'
      WHEN 'flood' THEN 'flood' END::kind_reason,
    reason, CASE WHEN reason = 'rule' THEN rule_id END, CASE WHEN reason = 'rule' THEN category_id END, number,
    (5511900000000 + number - 1000)::text, NULL, CASE WHEN page IN ('cart', 'checkout') THEN 3 ELSE 1 END
  FROM (
    SELECT i, $4::timestamptz + ($5::timestamptz - $4::timestamptz) * (
        -- Twice as many at noon as on average, nearly none at night: bends each day's hours.
        floor(i * 365.0 / $3) + bent + 0.1 * sin(bent * 6.28318)) / 365.0 AS occurred_at
      FROM generate_series($1::bigint, $2::bigint - 1) AS i, LATERAL (SELECT (i * 365.0 / $3) % 1 AS bent) AS day
  ) AS times
  CROSS JOIN LATERAL (SELECT chance(i, 1) AS zipf, chance(i, 2) AS odd) AS chances
  CROSS JOIN LATERAL (SELECT CASE WHEN chance(i, 3) < 0.70 THEN 'product' WHEN chance(i, 3) < 0.87 THEN 'cart'
      WHEN chance(i, 3) < 0.92 THEN 'checkout' ELSE 'floating' END::page_type AS page,
    CASE WHEN chance(i, 5) < 0.80 THEN 'human' WHEN chance(i, 5) < 0.89 THEN 'bot' WHEN chance(i, 5) < 0.93 THEN 'prefetch'
      WHEN chance(i, 5) < 0.9999 THEN 'duplicate' ELSE 'flood' END::visitor_kind AS kind) AS facts
  JOIN bench_ranks ON rank = floor(20000 ^ zipf)::int - 1
  CROSS JOIN LATERAL (SELECT CASE WHEN page = 'floating' THEN 'floating' WHEN odd < 0.0002 THEN 'bad_request'
      WHEN odd < 0.005 THEN 'unknown_product' WHEN odd < 0.00501 THEN 'catalogue_away' WHEN category_id IS NULL THEN 'no_category'
      WHEN rule_id IS NULL THEN 'no_rule' ELSE 'rule' END::route_reason AS reason) AS why
  CROSS JOIN LATERAL (SELECT CASE WHEN reason <> 'rule' THEN 1001 WHEN occurred_at < $4::timestamptz + interval '30 days' AND rank % 10 = 3
      THEN 1040 ELSE number_id END AS number) AS number
  ORDER BY occurred_at`

/** A number between 0 and 1 that depends on its arguments only. */
export const chanceFunction = `
  CREATE FUNCTION chance(i bigint, salt bigint) RETURNS double precision IMMUTABLE PARALLEL SAFE LANGUAGE sql
  RETURN (hashint8extended(i, salt) & 9007199254740991) / 9007199254740992.0::double precision`
