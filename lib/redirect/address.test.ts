import { describe, expect, test } from 'vitest'
import { addressGroup, clientAddress, parseTrustedProxies } from './address'

const proxies = ['10.0.0.0/8', '127.0.0.0/8', '::1', 'fd00::/8', '198.51.100.7']

test.each([
  ['nobody trusted: the peer', [], '10.0.0.1', '203.0.113.5', '10.0.0.1'],
  ['a stranger’s word does not count', proxies, '203.0.113.9', '203.0.113.5', '203.0.113.9'],
  ['a trusted proxy’s does', proxies, '10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['spoofed entries on the left do not', proxies, '10.0.0.1', '1.2.3.4, 203.0.113.5', '203.0.113.5'],
  ['trusted hops are passed', proxies, '10.0.0.1', '203.0.113.5, 198.51.100.7, 10.1.1.1', '203.0.113.5'],
  ['only trusted hops: the first of them', proxies, '127.0.0.1', '10.0.0.2, 10.0.0.3', '10.0.0.2'],
  ['rubbish ends the walk', proxies, '10.0.0.1', '203.0.113.5, unknown, 10.0.0.3', '10.0.0.3'],
  ['empty header', proxies, '10.0.0.1', '', '10.0.0.1'],
  ['no header', proxies, '10.0.0.1', undefined, '10.0.0.1'],
  ['a port is not part of it', proxies, '10.0.0.1', '203.0.113.5:4711', '203.0.113.5'],
  ['nor brackets', proxies, '::1', '[2001:db8::5]:443', '2001:db8::5'],
  ['nor a zone', [], 'fe80::1%eth0', undefined, 'fe80::1'],
  ['IPv4 in IPv6, from a dual-stack socket', proxies, '::ffff:10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['IPv4 in IPv6, in capitals', proxies, '10.0.0.1', '::FFFF:203.0.113.5', '203.0.113.5'],
  ['IPv6 proxy', proxies, 'fd12::1', '2001:db8::5', '2001:db8::5'],
  ['socket gone', [], undefined, undefined, ''],
] as const)('%s', (_, networks, remoteAddress, forwardedFor, expected) => {
  const trusted = parseTrustedProxies(networks)
  expect(clientAddress({ remoteAddress, forwardedFor, trusted })).toBe(expected)
})

test('a name is no network', () => {
  expect(() => parseTrustedProxies(['proxy.example'])).toThrow(/TRUST_PROXY.*proxy\.example/)
})

describe('group', () => {
  const group = '2001:db8:1:2'
  test.each([
    ['203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', group],
    ['2001:DB8:0001:0002::9', group],
    ['2001:db8:1:2::', group],
    ['2001:db8::5', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s is %s', (address, expected) => {
    expect(addressGroup(address)).toBe(expected)
  })
  test('a neighbour is another household', () => {
    expect(addressGroup('2001:db8:1:3::1')).not.toBe(group)
  })
})
