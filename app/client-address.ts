/**
 * The client's address, which the server in front of Next writes into `x-chatcart-address` (and strips from what
 * arrives). Under `next dev` there is no such server: Next's own `x-forwarded-for` serves there.
 */
export function addressOf(headers: Record<string, string | undefined>): string {
  const address = headers['x-chatcart-address'] ?? headers['x-forwarded-for']?.split(',')[0]
  return address?.trim() || 'unknown'
}
