import { expect, test } from 'vitest'
import { loginPath, parseOwnPath } from './own-path'

test.each([
  ['/admin/analytics?q=a&page=2', '/admin/analytics?q=a&page=2'],
  ['/admin', '/admin'],
  ['/admin/../login', '/admin'],
  ['/administrator', '/admin'],
  ['https://evil.test/admin', '/admin'],
  ['//evil.test/admin', '/admin'],
  ['/\\evil.test/admin', '/admin'],
  ['\t//evil.test/admin', '/admin'],
  ['javascript:alert(1)', '/admin'],
  ['', '/admin'],
  [undefined, '/admin'],
])('%s leads to %s', (asked, path) => {
  expect(parseOwnPath(asked)).toBe(path)
})

test.each([
  ['/admin/routing/new?category=3', '/login?next=%2Fadmin%2Frouting%2Fnew%3Fcategory%3D3'],
  ['/admin', '/login'],
  ['//evil.test/admin', '/login'],
  [null, '/login'],
])('whoever has to sign in at %s goes to %s', (path, login) => {
  expect(loginPath(path)).toBe(login)
})
