import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { boundBody, completeHeaders, refuseRequest } from './next-request'

const publicUrl = 'https://chat.example.com'

test.each([
  ['the public address, behind a proxy that changes Host', publicUrl, 'localhost:3000', 'chat.example.com'],
  ['another address it is reached by', 'http://10.0.0.5:3000', '10.0.0.5:3000', '10.0.0.5:3000'],
  ['a stranger who names himself as the host', 'https://evil.example', 'localhost:3000', 'localhost:3000'],
])('%s', (_, origin, host, expected) => {
  const headers = { origin, host, 'x-forwarded-host': 'evil.example', 'x-chatcart-address': 'made up' }
  completeHeaders(headers, { address: '203.0.113.5', publicUrl })
  expect(headers).toEqual({
    origin,
    host,
    'x-forwarded-host': expected,
    'x-chatcart-address': '203.0.113.5',
  })
})

const upload = '/api/admin/imports'

test.each([
  ['a page', '/login', {}, null],
  ['a form', '/login', { 'content-length': '900000' }, null],
  ['more than a form', '/api/auth/callback/credentials', { 'content-length': '1048577' }, 413],
  ['a body of unknown length', '/login?x', { 'transfer-encoding': 'chunked' }, null],
  ['a product file', `${upload}?name=a.csv`, { 'content-length': '50000000' }, null],
  [
    'what only begins like one',
    `${upload}/../../auth/callback/credentials`,
    { 'content-length': '50000000' },
    413,
  ],
  ['no path', '*', {}, 400],
])('%s is let through or refused', (_, url, headers, status) => {
  expect(refuseRequest(url, headers)).toBe(status)
})

test.each([
  ['/login', 1_000_000, true],
  ['/login', 1_500_000, false],
  [upload, 1_500_000, true],
])('%s takes %i bytes of unknown length: %s', async (path, size, taken) => {
  const server = createServer((request, response) => {
    boundBody(request, path)
    let read = 0
    request.on('data', part => {
      read += part.length
    })
    request.on('error', () => {})
    request.on('end', () => response.end(String(read)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const body = new Blob(['x'.repeat(size)]).stream()
  const init = { method: 'POST', body, duplex: 'half' } as const
  const answer = fetch(`http://127.0.0.1:${port}/`, init).then(response => response.text())
  if (taken) expect(await answer).toBe(String(size))
  else await expect(answer).rejects.toThrow()
  server.closeAllConnections()
  server.close()
})
