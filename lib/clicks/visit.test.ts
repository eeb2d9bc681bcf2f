import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { VisitClassifier } from './visit'

const start = Date.parse('2026-03-01T12:00:00Z')
const desktop =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'

type Tap = { agent?: string; address?: string; target?: string; method?: string } & Record<string, unknown>

function tap(visits: VisitClassifier, at: number, facts: Tap = {}, headers: Record<string, string> = {}) {
  const { agent = desktop, address = '203.0.113.5', target = 'product  1:1', method = 'GET' } = facts
  const all: Record<string, string> = { 'user-agent': agent, ...headers }
  return visits.classify({ method, address, target, header: name => all[name] }, start + at)
}
const kindOf = (agent: string) => tap(new VisitClassifier(), 0, { agent }).visitorKind

test.each([
  'WhatsApp/2.23.20.0',
  'WhatsApp/2.24.10.76 i',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'meta-externalagent/1.1',
  'TelegramBot (like TwitterBot)',
  'Twitterbot/1.0',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'LinkedInBot/1.0',
  'Discordbot/2.0',
  'SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/125 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36',
  'curl/8.5.0',
  'python-requests/2.31',
  'Go-http-client/1.1',
])('%s is a bot', agent => {
  expect(tap(new VisitClassifier(), 0, { agent })).toMatchObject({ visitorKind: 'bot', kindReason: 'isbot' })
})

test.each([
  [desktop],
  [android],
  ['Mozilla/5.0 (Linux; Android 10; CUBOT P40) AppleWebKit/537.36 Chrome/96.0.4664.104 Mobile Safari/537.36'],
  ['Mozilla/5.0 (Linux; Android 9;CUBOT_X18_Plus) AppleWebKit/537.36 Chrome/74 Mobile Safari/537.36'],
  [`${iphone} Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5_1; en_US; en; scale=3.00; 1170x2532; 606186370)`],
  [`${iphone} [FBAN/FBIOS;FBAV/465.0.0.30.104;FBBV/602060281;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS]`],
  [`${android} trill_340304 JsSdk/1.0 AppName/musical_ly ByteLocale/en BytedanceWebview/d8a21c6`],
  [`${android} Telegram-Android/11.0.0 (Google Pixel 7; Android 14; SDK 34; HIGH)`],
  [`${iphone} [Pinterest/iOS]`],
  [`${iphone} Twitter for iPhone/10.44`],
])('%s is a person', agent => {
  expect(kindOf(agent)).toBe('human')
})

test('a CUBOT crawler is a bot all the same', () => {
  expect(kindOf('Mozilla/5.0 (Linux; Android 10; CUBOT P40) Googlebot/2.1')).toBe('bot')
})

test.each(['', '   '])('no user agent (%j) is a bot', agent => {
  const empty = { visitorKind: 'bot', kindReason: 'empty_agent', deviceType: 'desktop' }
  expect(tap(new VisitClassifier(), 0, { agent })).toEqual(empty)
})

test('a header without an end costs no time', () => {
  const visits = new VisitClassifier()
  const begun = performance.now()
  for (let i = 0; i < 50; i++) tap(visits, i, { agent: `${i}${'@'.repeat(100_000)}` })
  expect(performance.now() - begun).toBeLessThan(200)
})

test.each([
  [{ 'sec-purpose': 'prefetch' }],
  [{ 'sec-purpose': 'prefetch;prerender' }],
  [{ 'sec-purpose': 'prefetch;anonymous-client-ip' }],
  [{ purpose: 'prefetch' }],
  [{ 'x-moz': 'prefetch' }],
  [{ 'x-purpose': 'preview' }],
  [{ 'next-router-prefetch': '1' }],
])('%j: nobody clicked', headers => {
  const visit = tap(new VisitClassifier(), 0, {}, headers)
  expect(visit).toMatchObject({ visitorKind: 'prefetch', kindReason: 'prefetch_header' })
})

test('other purposes are taps', () => {
  expect(tap(new VisitClassifier(), 0, {}, { 'sec-purpose': 'navigate', purpose: '' }).visitorKind).toBe(
    'human',
  )
})

test('HEAD is told by the method, before all else', () => {
  const visit = tap(new VisitClassifier(), 0, { method: 'HEAD' }, { 'sec-purpose': 'prefetch' })
  expect(visit).toMatchObject({ visitorKind: 'bot', kindReason: 'head_request' })
})

describe('device', () => {
  test.each([
    ['Windows', desktop, undefined, 'desktop'],
    [
      'a Windows laptop with a pen',
      'Mozilla/4.0 (MSIE 8.0; Windows NT 6.1; Tablet PC 2.0)',
      undefined,
      'desktop',
    ],
    ['Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15', '?0', 'desktop'],
    ['ChromeOS', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0.0.0 Safari/537.36', '?0', 'desktop'],
    ['Android phone', android, '?1', 'mobile'],
    ['Android phone without hints', android, undefined, 'mobile'],
    ['Android tablet, which says ?0', android.replace(' Mobile', ''), '?0', 'mobile'],
    ['the hint alone', desktop, '?1', 'mobile'],
    ['iPhone', iphone, undefined, 'mobile'],
    ['iPad', 'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Version/12.1 Mobile/15E148', undefined, 'mobile'],
    ['Firefox on a phone', 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Firefox/140.0', undefined, 'mobile'],
    ['Firefox on a tablet', 'Mozilla/5.0 (Android 14; Tablet; rv:140.0) Firefox/140.0', undefined, 'mobile'],
    ['Fire tablet, desktop mode', 'Mozilla/5.0 (X11; Linux) Silk/120.1 Safari/537.36', '?0', 'mobile'],
    ['KaiOS', 'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Firefox/48.0 KAIOS/2.5', undefined, 'mobile'],
  ])('%s', (_, agent, hint, device) => {
    const headers: Record<string, string> = hint ? { 'sec-ch-ua-mobile': hint } : {}
    expect(tap(new VisitClassifier(), 0, { agent }, headers).deviceType).toBe(device)
  })
})

describe('repeats', () => {
  test('within ten seconds of the tap that counted, and not a moment longer', () => {
    const visits = new VisitClassifier()
    const kinds = [0, 1, 5_000, 9_999, 10_000, 19_999, 20_000].map(at => tap(visits, at).visitorKind)
    expect(kinds).toEqual(['human', 'duplicate', 'duplicate', 'duplicate', 'human', 'duplicate', 'human'])
  })
  test.each([[{ target: 'product  2:1' }], [{ agent: android }], [{ address: '203.0.113.6' }]])(
    '%j is somebody or something else',
    other => {
      const visits = new VisitClassifier()
      tap(visits, 0)
      expect(tap(visits, 1, other).visitorKind).toBe('human')
      expect(tap(visits, 2).visitorKind).toBe('duplicate')
    },
  )
  test('one household of IPv6 is one address', () => {
    const visits = new VisitClassifier()
    tap(visits, 0, { address: '2001:db8:1:2::5' })
    expect(tap(visits, 1, { address: '2001:db8:1:2:ffff::6' }).visitorKind).toBe('duplicate')
    expect(tap(visits, 2, { address: '2001:db8:1:3::5' }).visitorKind).toBe('human')
  })
  test('the real tap after a prefetch, a preview or a HEAD counts', () => {
    const visits = new VisitClassifier()
    tap(visits, 0, {}, { 'sec-purpose': 'prefetch' })
    tap(visits, 1, { method: 'HEAD' })
    expect(tap(visits, 2).visitorKind).toBe('human')
  })
  test('a clock set back starts anew', () => {
    const visits = new VisitClassifier()
    tap(visits, 0)
    expect(tap(visits, -3_600_000).visitorKind).toBe('human')
    expect(tap(visits, -3_600_000 + 1).visitorKind).toBe('duplicate')
  })
})

describe('floods', () => {
  const burst = (visits: VisitClassifier, count: number, facts: (i: number) => Tap) =>
    Array.from(
      { length: count },
      (_, i) => tap(visits, i, { target: `product  ${i}:1`, ...facts(i) }).visitorKind,
    )
  test('more than 200 in ten seconds from one address and agent', () => {
    const visits = new VisitClassifier()
    const kinds = burst(visits, 250, () => ({}))
    expect(kinds.indexOf('flood')).toBe(200)
    expect(kinds.slice(200).every(kind => kind === 'flood')).toBe(true)
    expect(tap(visits, 10_000, { target: 'chat' }).visitorKind).toBe('human')
  })
  test('a carrier’s shared address with many phones is none', () => {
    const kinds = burst(new VisitClassifier(), 1_000, i => ({ agent: `${android} Build/${i % 10}` }))
    expect(new Set(kinds)).toEqual(new Set(['human']))
  })
  test('crawlers do not use up a person’s share', () => {
    const visits = new VisitClassifier()
    burst(visits, 300, () => ({ method: 'HEAD' }))
    expect(tap(visits, 301).visitorKind).toBe('human')
  })
})

test('a day’s salt ends with the day', () => {
  const visits = new VisitClassifier()
  const midnight = 12 * 3_600_000
  tap(visits, midnight - 1)
  expect(tap(visits, midnight).visitorKind).toBe('human')
})

test('of a long user agent only the start is kept', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const visits = new VisitClassifier()
  const before = used()
  for (let i = 0; i < 300; i++) tap(visits, i, { agent: Buffer.alloc(100_000, `${i} `).toString('latin1') })
  expect(used() - before).toBeLessThan(5_000_000)
  expect(tap(visits, 300).visitorKind).toBe('human')
})
