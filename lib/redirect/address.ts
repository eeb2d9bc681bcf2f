import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** Says whether an address belongs to a proxy whose `X-Forwarded-For` may be believed. */
export type TrustedProxies = (address: string) => boolean

/**
 * Reads addresses and CIDR networks (`10.0.0.0/8`, `::1`). IPv4 is compared here: `BlockList` makes an object of each
 * address it is asked for, which was a tenth of a redirect's cost (measured).
 * @throws {Error} naming the entry that is neither.
 */
export function parseTrustedProxies(networks: readonly string[]): TrustedProxies {
  const ipv6 = new BlockList()
  const ipv4: { network: number; mask: number }[] = []
  for (const entry of networks) {
    const [network = '', bits] = entry.split('/')
    if (isIPv6(network)) ipv6.addSubnet(network, bits === undefined ? 128 : Number(bits), 'ipv6')
    else if (isIPv4(network)) ipv4.push(parseIpv4Network(entry, network, bits))
    else throw new Error(`TRUST_PROXY: ${entry} is neither an address nor a network`)
  }
  if (networks.length === 0) return () => false
  return address => {
    if (address.includes(':')) return isIPv6(address) && ipv6.check(address, 'ipv6')
    return isIPv4(address) && ipv4.some(({ network, mask }) => (ipv4Number(address) & mask) === network)
  }
}

function parseIpv4Network(entry: string, network: string, bits = '32') {
  if (!/^\d+$/.test(bits) || Number(bits) > 32) throw new Error(`TRUST_PROXY: ${entry} is not a network`)
  const mask = Number(bits) === 0 ? 0 : -1 << (32 - Number(bits))
  return { network: ipv4Number(network) & mask, mask }
}

function ipv4Number(address: string): number {
  let number = 0
  let part = 0
  for (let i = 0; i < address.length; i++) {
    const digit = address.charCodeAt(i) - 48
    if (digit >= 0) part = part * 10 + digit
    else {
      number = (number << 8) | part
      part = 0
    }
  }
  return (number << 8) | part
}

/**
 * The client's own address: the peer's, or, behind trusted proxies, the right-most `X-Forwarded-For` entry that
 * is not itself a trusted proxy. Anything left of it is the client's word and never counts.
 */
export function clientAddress(input: {
  remoteAddress: string | undefined
  forwardedFor: string | undefined
  trusted: TrustedProxies
}): string {
  let address = plainAddress(input.remoteAddress ?? '')
  if (!input.forwardedFor || !input.trusted(address)) return address
  const hops = input.forwardedFor.split(',')
  for (let i = hops.length - 1; i >= 0; i--) {
    const hop = plainAddress(hops[i]?.trim() ?? '')
    if (isIP(hop) === 0) break
    address = hop
    if (!input.trusted(hop)) break
  }
  return address
}

/** One household, one key: an IPv4 address as it is, an IPv6 address by its /64 network. */
export function addressGroup(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map(part => part.replace(/^0+(?=.)/, ''))
    .join(':')
    .toLowerCase()
}

/** Strips brackets, ports, zones and the IPv4-in-IPv6 prefix. */
function plainAddress(text: string): string {
  let address = text
  if (address.startsWith('[')) address = address.slice(1, address.indexOf(']') >>> 0)
  else if (/^[\d.]+:\d+$/.test(address)) address = address.slice(0, address.indexOf(':'))
  const zone = address.indexOf('%')
  if (zone >= 0) address = address.slice(0, zone)
  return /^::ffff:[\d.]+$/i.test(address) ? address.slice(7) : address
}
