import { BlockList, isIP, isIPv6 } from 'node:net'

/** Says whether an address belongs to a proxy whose `X-Forwarded-For` may be believed. */
export type TrustedProxies = (address: string) => boolean

/** Reads addresses and CIDR networks (`10.0.0.0/8`, `::1`). @throws {Error} naming the entry that is neither. */
export function parseTrustedProxies(networks: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const entry of networks) {
    const [network = '', bits] = entry.split('/')
    const family = isIPv6(network) ? 'ipv6' : 'ipv4'
    if (!isIP(network)) throw new Error(`TRUST_PROXY: ${entry} is neither an address nor a network`)
    list.addSubnet(network, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  if (networks.length === 0) return () => false
  return address => isIP(address) > 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
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
