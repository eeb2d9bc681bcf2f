import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { orderTable } from '../orders/order.fixture'
import { writeSnapshot } from '../routing/snapshot'
import { desk, shoes } from '../routing/table.fixture'
import { Runtime } from '../start/runtime'
import { serveRedirect, serveRefused } from './node-door'

const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }
const hello = `https://wa.me/${desk.digits}?text=Hello%20Shop`

let dataDir = ''
let server: Server
let runtime: Runtime
let port = 0

/** A server that has only its disk: the database never comes. */
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'door-'))
  await writeSnapshot(join(dataDir, 'store-embedded', 'routing-table.ndjson'), orderTable)
  runtime = new Runtime({ dataDir, databaseUrl: undefined, spoolMaxMb: 1, trustProxy: [] })
  server = createServer((request, response) => serveRedirect(runtime, request, response))
  server.on('clientError', (error, socket) => serveRefused(runtime, error, socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = address && typeof address === 'object' ? address.port : 0
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await runtime.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', headers: browser, ...init })
const kept = (folder: string) => {
  const directory = join(dataDir, 'store-embedded', folder)
  return readdirSync(directory).map(file => ({
    text: readFileSync(join(directory, file), 'utf8'),
    mode: statSync(join(directory, file)).mode & 0o777,
  }))
}
const clickLines = () => kept('clicks').flatMap(({ text }) => text.split('\n').filter(Boolean))

/** Bytes as they are, for what no client would send; everything up to the connection's end. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', data => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

test('a redirect, with its click on disk', async () => {
  const response = await ask('/go/product/1?qty=2')
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toContain(`https://wa.me/${shoes.digits}?text=Boot`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(clickLines()).toEqual([expect.stringContaining('"product"')])
})

test('HEAD has the headers and no body', async () => {
  const response = await ask('/go/product/1', { method: 'HEAD' })
  expect([response.status, response.headers.get('location')?.includes(shoes.digits)]).toEqual([302, true])
  expect(clickLines()).toEqual([expect.stringContaining('head_request')])
})

test('other methods are told so', async () => {
  const response = await ask('/go/product/1', { method: 'DELETE' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  expect((await ask('/go/checkout', { method: 'OPTIONS' })).status).toBe(204)
})

test('a checkout without a database: the order waits on disk, the shopper has its reference', async () => {
  const order = new URLSearchParams({ items: '1:2', name: 'Maria', idempotency_key: 'k' })
  const first = await ask('/go/checkout', { method: 'POST', body: order })
  const second = await ask('/go/checkout', { method: 'POST', body: order })
  expect([first.status, second.status]).toEqual([303, 303])
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(kept('orders')).toEqual([{ mode: 0o600, text: expect.stringContaining('Maria') }])
  const { reference } = JSON.parse(kept('orders')[0]?.text ?? '')
  expect(first.headers.get('location')).toContain(reference)
  expect(clickLines().join()).not.toContain('Maria')
})

test('a body that is far too large: 413 with a plain link, and the server lives on', async () => {
  for (const size of [64 * 1024 + 1, 3_000_000]) {
    const response = await ask('/go/checkout', { method: 'POST', body: `items=1&note=${'x'.repeat(size)}` })
    expect(response.status).toBe(413)
    expect(await response.text()).toContain(hello)
  }
  expect((await ask('/go/chat')).headers.get('location')).toBe(hello)
})

test('one that is just not too large is an order', async () => {
  const body = 'items=1&note='.padEnd(64 * 1024, 'x')
  const headers = { ...browser, 'content-type': 'application/x-www-form-urlencoded' }
  expect((await ask('/go/checkout', { method: 'POST', body, headers })).status).toBe(303)
})

test('a shopper who hangs up half way harms nobody and is not counted', async () => {
  const socket = connect(port, '127.0.0.1', () => {
    socket.write('POST /go/checkout HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nitems=1', () =>
      socket.destroy(),
    )
  })
  await once(socket, 'close')
  await vi.waitFor(async () => expect((await ask('/go/chat')).status).toBe(302))
  expect(clickLines().filter(line => line.includes('"checkout"'))).toEqual([])
})

test.each([
  ['bad escapes', '/go/product/%E0%A4%A', hello],
  ['many slashes', '//go///chat//', hello],
])('%s reach the shop', async (_, path, location) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nUser-Agent: x\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 302 /)
  expect(answer).toContain(`Location: ${location}\r\n`)
})

const rest = ` HTTP/1.1\r\nHost: x\r\nUser-Agent: ${browser['user-agent']}\r\n\r\n`

test.each([
  ['letters beyond ASCII', '/go/product/1?qty=2&utm=caf\u00e9', 'text=Boot'],
  ['blanks', '/go/product/1?utm=a b c', 'text=Boot'],
  ['letters beyond ASCII where the id should be', '/go/product/\u6c34', hello],
])('%s, which Node refuses, reach the shop', async (_, path, location) => {
  const answer = await raw(`GET ${path}${rest}`)
  expect(answer).toMatch(/^HTTP\/1\.1 302 Found\r\n/)
  expect(answer).toContain(location)
  expect(clickLines()).toEqual([expect.stringContaining('"human"')])
})

test.each([
  ['another page', `GET /caf\u00e9${rest}`, 400],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['a form', `POST /go/chat?\u00e9${rest}`, 400],
  ['a bad header of a good address', 'GET /go/chat HTTP/1.1\r\nno colon\r\n\r\n', 400],
  ['endless headers', `GET /go/chat HTTP/1.1\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is told so', async (_, text, status) => {
  expect(await raw(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*Connection: close\r\n\r\n$`))
})

test('what comes behind a good request on the same connection is not answered in its place', async () => {
  const answer = await raw(`GET /go/chat${rest}GET /go/product/1?\u00e9${rest}`)
  expect(answer.match(/HTTP\/1\.1 302/g) ?? []).toHaveLength(0)
})
