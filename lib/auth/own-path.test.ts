import { expect, test } from 'vitest'
import { parseOwnPath } from './own-path'

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
