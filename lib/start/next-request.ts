import type { IncomingHttpHeaders } from 'node:http'

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
