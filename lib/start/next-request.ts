import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { pathOf } from '../redirect/target'

/** As much as Next.js reads of a server action. */
const maxBodyBytes = 1024 * 1024
/** It counts its bytes itself, and answers strangers before the first one. Its exact path: Next.js would follow a `..` behind it. */
const uploads = '/api/admin/imports'

/**
 * The status that refuses a request, or null. An address without a path (`OPTIONS *`) Next.js can't read. Sign-in and pages keep a body in memory, whoever sends it:
 * 100 MB of a stranger's cost 400 (measured).
 */
export function refuseRequest(url: string, headers: IncomingHttpHeaders): 400 | 413 | null {
  if (!url.startsWith('/')) return 400
  return Number(headers['content-length'] ?? 0) > mostOf(url) ? 413 : null
}

/**
 * Cuts off a request whose body turns out longer than `refuseRequest` allows: one that does not say its length, as
 * Next.js's own when it hands an action on to another page.
 */
export function boundBody(request: IncomingMessage, url: string): void {
  let room = mostOf(url)
  const push = request.push.bind(request)
  // Node's parser hands every part over here; a listener would set the body flowing before anybody reads it.
  request.push = (part, encoding) => {
    if (part) room -= part.length
    if (room >= 0) return push(part, encoding)
    request.destroy()
    return false
  }
}

const mostOf = (url: string) => (pathOf(url) === uploads ? Number.POSITIVE_INFINITY : maxBodyBytes)

/**
 * Completes a request's headers for Next.js. Server actions compare `Origin` with `X-Forwarded-Host`: the public address
 * is ours whatever a proxy makes of `Host`, and what a client says about itself does not count.
 */
export function completeHeaders(
  headers: IncomingHttpHeaders,
  { address, publicUrl }: { address: string; publicUrl: string },
): void {
  headers['x-chatcart-address'] = address
  headers['x-forwarded-host'] = headers.origin === publicUrl ? new URL(publicUrl).host : headers.host
}
