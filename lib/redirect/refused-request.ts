import type { RedirectRequest } from './answer'
import { isRedirectPath } from './target'

/**
 * The redirect that was asked for by bytes that Node's parser refuses (letters beyond ASCII or blanks in the address, which
 * no browser sends, but old clients and links typed by hand do), with those bytes escaped. `packet` is the first of its
 * connection. Null: something else was asked, or nothing that can be understood.
 */
export function readRefused(packet: Buffer): Omit<RedirectRequest, 'address'> | null {
  const [line = '', ...lines] = packet.toString('latin1').split('\r\n')
  const [, method = '', target = ''] = /^(GET|HEAD) (.+) HTTP\/1\.[01]$/.exec(line) ?? []
  const url = target.replace(/[^!-~]/g, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
  // An address that was fine is not why Node refused: what came before it on the line is not ours to answer twice.
  if (url === target || !isRedirectPath(url)) return null
  const end = lines.indexOf('')
  const headers = new Map(lines.slice(0, end < 0 ? undefined : end).map(readHeader))
  return { method, url, header: name => headers.get(name) }
}

function readHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(':')
  return [line.slice(0, Math.max(colon, 0)).toLowerCase(), line.slice(colon + 1).trim()]
}
