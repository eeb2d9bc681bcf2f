import { describe, expect, test } from 'vitest'
import { EnvError, parseEnv } from './env'

test('nothing set: the defaults', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({
    PORT: 3000,
    HOST: '0.0.0.0',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: '.data',
    TRUST_PROXY: [],
    SPOOL_MAX_MB: 512,
  })
})

test('an empty variable is an unset one', () => {
  expect(parseEnv({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined()
})

test('the public address is an origin, and follows the port', () => {
  expect(parseEnv({ PUBLIC_URL: 'https://chat.example.com/x?y' }).PUBLIC_URL).toBe('https://chat.example.com')
  expect(parseEnv({ PORT: '3001' }).PUBLIC_URL).toBe('http://localhost:3001')
})

test('proxies', () => {
  expect(parseEnv({ TRUST_PROXY: ' loopback, 10.0.0.0/8 ,fd00::/8,198.51.100.7' }).TRUST_PROXY).toEqual([
    '127.0.0.0/8',
    '::1/128',
    '10.0.0.0/8',
    'fd00::/8',
    '198.51.100.7',
  ])
})

describe('each variable that can’t be used is named', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'chat.example.com'],
    ['PUBLIC_URL', 'ftp://example.com'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'postgresql://user:pa ss@[::1/x'],
    ['ADMIN_EMAIL', 'nobody'],
    ['ADMIN_PASSWORD', 'short'],
    ['NEXTAUTH_SECRET', 'short'],
    ['TRUST_PROXY', 'proxy.example'],
    ['TRUST_PROXY', 'dead'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', '999.0.0.0/8'],
    ['SPOOL_MAX_MB', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(EnvError)
    expect(() => parseEnv({ [name]: value })).toThrow(name)
  })
  test('all at once', () => {
    expect(() => parseEnv({ PORT: 'x', ADMIN_EMAIL: 'x' })).toThrow(/PORT.*\n.*ADMIN_EMAIL/)
  })
})
