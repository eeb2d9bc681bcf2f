import { expect, test } from 'vitest'
import { completeHeaders, refuseRequest } from './next-request'

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
  ['as much as it takes', '/login?x', { 'transfer-encoding': 'chunked' }, 411],
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
