import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['debug', 'debug'],
  ['silent', 'silent'],
  ['', 'info'],
  ['loud', 'info'],
])('LOG_LEVEL %j logs from %s on', async (wanted, level) => {
  vi.stubEnv('LOG_LEVEL', wanted)
  vi.resetModules()
  const { log } = await import('./log')
  expect(log.level).toBe(level)
})
