import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { expect, test } from './fixtures'
import { send, sendJson } from './raw-request'
import type { Shop } from './shop'

const pages = [
  '/admin',
  '/admin/analytics',
  '/admin/routing',
  '/admin/routing/new',
  '/admin/routing/1',
  '/admin/routing/import',
  '/admin/routing/numbers',
  '/admin/routing/numbers/new',
  '/admin/routing/numbers/1',
  '/admin/products',
  '/admin/products/new',
  '/admin/products/1001',
  '/admin/products/categories',
  '/admin/products/import',
  '/admin/products/import/01890000-0000-7000-8000-000000000000',
  '/admin/orders',
  '/admin/orders/01890000-0000-7000-8000-000000000000',
  '/admin/settings',
  '/admin/settings/messages',
  '/admin/settings/account',
  '/admin/settings/demo',
  '/admin/no-such-page',
]

/** What Next.js's own router sends, to get a page's content without its frame. */
const routerHeaders: Record<string, string> = {
  rsc: '1',
  'next-router-state-tree': '%5B%22%22%5D',
  accept: 'text/x-component',
}

for (const path of pages) {
  test(`${path} sends a stranger to sign in, and shows nothing`, async ({ shop }) => {
    const forged: Record<string, string> = { cookie: 'next-auth.session-token=forged' }
    for (const headers of [{}, routerHeaders, forged]) {
      const answer = await send(shop.url, path, { headers })
      expect(answer.status).toBe(307)
      expect(new URL(answer.location, shop.url).pathname).toBe('/login')
      expect(new URL(answer.location, shop.url).origin).toBe(shop.url)
      // Next.js repeats the address there.
      expect(['', answer.location]).toContain(answer.body)
    }
  })
}

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
})

test('no action of the dashboard works for a stranger', async ({ shop }) => {
  const file = join(import.meta.dirname, '../.next/server/server-reference-manifest.json')
  const { node } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const actions = Object.entries(node).filter(([, action]) => action.filename.startsWith('app/admin/'))
  expect(actions.length).toBeGreaterThan(15)
  const before = await fingerprint(shop)
  for (const [id, { exportedName }] of actions) {
    for (const argument of ['[1]', '[{"id":1}]', '[{"storeName":"Stolen"},{"storeName":"Stolen"}]']) {
      const answer = await send(shop.url, '/login', {
        method: 'POST',
        headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', origin: shop.url },
        body: argument,
      })
      expect(answer.headers['x-action-redirect'], exportedName).toMatch(/^\/login/)
    }
  }
  expect(await fingerprint(shop)).toEqual(before)
})

test('the dashboard’s interfaces refuse a stranger', async ({ shop }) => {
  const upload = await send(shop.url, '/api/admin/imports?name=x.csv', {
    method: 'POST',
    headers: { origin: shop.url, 'content-type': 'text/csv' },
    body: 'ID,Type,SKU,Name\n1,simple,,Stolen\n',
  })
  expect(upload.status).toBe(401)
  expect(JSON.parse(upload.body)).toMatchObject({ error: { code: 'signed_out' } })
  const progress = await send(shop.url, '/api/admin/imports/01890000-0000-7000-8000-000000000000')
  expect(progress.status).toBe(401)
  // A link that people follow: to sign in, then.
  const rules = await send(shop.url, '/api/admin/rules')
  expect(rules.status).toBe(307)
  expect(rules.location).toContain('/login')
  expect(rules.body).toBe('')
  const session = await send(shop.url, '/api/auth/session')
  expect(JSON.parse(session.body)).toEqual({})
})

test('an upload from another site is refused even with the cookie', async ({ shop, session }) => {
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await send(shop.url, '/api/admin/imports?name=x.csv', {
    method: 'POST',
    headers: { cookie, origin: 'https://evil.example', 'content-type': 'text/csv' },
    body: 'ID,Type,SKU,Name\n1,simple,,Stolen\n',
  })
  expect(answer.status).toBe(403)
})

test('an action from another site is refused even with the cookie', async ({ shop, session }) => {
  const file = join(import.meta.dirname, '../.next/server/server-reference-manifest.json')
  const { node } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const [id = ''] =
    Object.entries(node).find(([, { exportedName }]) => exportedName === 'removeDemoAction') ?? []
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const before = await fingerprint(shop)
  const answer = await send(shop.url, '/admin/settings/demo', {
    method: 'POST',
    headers: { cookie, 'next-action': id, origin: 'https://evil.example', 'content-type': 'text/plain' },
    body: '[]',
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await fingerprint(shop)).toEqual(before)
})

test('health is public and tells nothing of the shop’s', async ({ shop }) => {
  const answer = await send(shop.url, '/api/health')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toContain('application/json')
  expect(JSON.parse(answer.body)).toMatchObject({ status: 'ok', database: 'up' })
  expect(answer.body).not.toMatch(/447700|@|postgres/)
})

test('pages carry the headers that keep others’ scripts and frames out', async ({ shop, session }) => {
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answers = { '/login': 200, '/store': 200, '/admin': 200, '/none.html': 404, '/api/auth/signout': 302 }
  for (const [path, expected] of Object.entries(answers)) {
    const { status, headers } = await send(shop.url, path, {
      headers: { cookie: path === '/login' ? '' : cookie },
    })
    expect(status, path).toBe(expected)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin')
    expect(headers['x-powered-by'], path).toBeUndefined()
    const policy = String(headers['content-security-policy'])
    for (const rule of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'", "'strict-dynamic'"])
      expect(policy, path).toContain(rule)
    expect(policy, path).not.toMatch(/script-src[^;]*'unsafe/)
  }
})

test('the session’s cookie is out of reach for scripts and other sites', async ({ session }) => {
  const cookie = session.cookies.find(({ name }) => name.endsWith('next-auth.session-token'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('what a stranger sends is not kept in memory beyond a form’s size', async ({ shop }) => {
  for (const path of ['/login', '/api/auth/callback/credentials', '/api/admin/imports/../../auth/signout']) {
    const large = { 'content-length': '100000000' }
    expect((await send(shop.url, path, { method: 'POST', headers: large })).status, path).toBe(413)
  }
})

test('only files of the site are served', async ({ shop }) => {
  for (const path of ['/.env', '/../package.json', '/.data/nextauth-secret', '/_next/../package.json'])
    expect((await send(shop.url, path)).status, path).toBe(404)
  expect((await sendJson(shop.url, '/api/health', {})).status).toBeLessThan(500)
})

/** What a stranger must not be able to change. */
async function fingerprint(shop: Shop) {
  const { rows } = await shop.database.query(
    `SELECT (SELECT md5(string_agg(s::text, '')) FROM settings s) AS settings,
       (SELECT md5(string_agg(u::text, '' ORDER BY id)) FROM users u) AS users,
       (SELECT md5(string_agg(n::text, '' ORDER BY id)) FROM numbers n) AS numbers,
       (SELECT md5(string_agg(r::text, '' ORDER BY id)) FROM routing_rules r) AS rules,
       (SELECT md5(string_agg(c::text, '' ORDER BY id)) FROM categories c) AS categories,
       (SELECT md5(string_agg(p::text, '' ORDER BY id)) FROM products p WHERE id <> 999999) AS products,
       (SELECT count(*) FROM catalog_imports) AS imports`,
  )
  return rows[0]
}
