import type { IncomingHttpHeaders } from 'node:http'
import { pathOf } from '../redirect/target'

/** As much as Next.js reads of a server action. */
const maxBodyBytes = 1024 * 1024
/** It counts its bytes itself, and answers strangers before the first one. Its exact path: Next.js would follow a `..` behind it. */
const uploads = '/api/admin/imports'

/**
 * The status that refuses a request, or null. An address without a path (`OPTIONS *`) Next.js can't read. Sign-in and pages keep a body in memory, whoever sends it:
 * 100 MB of a stranger's cost 400 (measured). One of unknown length no browser sends there.
 */
export function refuseRequest(url: string, headers: IncomingHttpHeaders): 400 | 411 | 413 | null {
  if (!url.startsWith('/')) return 400
  if (pathOf(url) === uploads) return null
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > maxBodyBytes ? 413 : null
}

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
