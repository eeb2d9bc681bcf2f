import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { Pool } from 'pg'

/**
 * What Node can do at most, to compare with. `bare` answers a 302 and that is all. `batched` answers the same at once
 * and stores the same rows behind it with `pg`, 500 a statement, kept in memory only: nothing is safe, nobody is told apart.
 */
const [kind, port] = process.argv.slice(2)
const headers = {
  Location: `https://wa.me/447700900142?text=${encodeURIComponent(
    'Hello! I would like to order:\n\n1 x Snake plant in a terracotta pot - £24.00\nhttps://shop.example/product/snake-plant',
  )}`,
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
  'Content-Length': '0',
}

type Row = [string, Date, string, string, string, string, string, number, number]

let waiting: Row[] = []
let storing = false
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 })
const statement = `
  INSERT INTO click_events (id, occurred_at, product_id, page_type, device_type, visitor_kind, reason, number_id, item_count)
  SELECT id, at, product_id, page_type::page_type, device_type::device_type, visitor_kind::visitor_kind,
    reason::route_reason, number_id, item_count
  FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::int[])
    AS click (id, at, product_id, page_type, device_type, visitor_kind, reason, number_id, item_count)`

async function storeAll(): Promise<void> {
  while (waiting.length > 0) {
    const rows = waiting
    waiting = []
    for (let i = 0; i < rows.length; i += 500) {
      const batch = rows.slice(i, i + 500)
      const columns = Array.from({ length: 9 }, (_, column) => batch.map(row => row[column]))
      await pool.query({ name: 'store', text: statement, values: columns })
    }
  }
  storing = false
}

function record(url: string): void {
  const [, , page = 'product', id = '0'] = url.split('/', 4)
  const product = page === 'product' ? id.split('?', 1)[0] : '0'
  waiting.push([randomUUID(), new Date(), product ?? '0', 'product', 'mobile', 'human', 'rule', 1, 1])
  if (storing) return
  storing = true
  setTimeout(() => void storeAll(), 10)
}

createServer((request, response) => {
  if (kind === 'batched') record(request.url ?? '/')
  response.writeHead(302, headers)
  response.end()
}).listen(Number(port), '127.0.0.1')
