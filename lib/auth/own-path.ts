/**
 * Where to go after signing in: a path of the admin area, whatever the address bar asked for.
 * Anything else (another site, `//host`, `/\host`, a control character) becomes the overview.
 */
export function parseOwnPath(text: string | null | undefined): string {
  const fallback = '/admin'
  if (!text) return fallback
  const base = 'http://own.invalid'
  if (!URL.canParse(text, base)) return fallback
  const url = new URL(text, base)
  if (url.origin !== base) return fallback
  const inside = url.pathname === '/admin' || url.pathname.startsWith('/admin/')
  return inside ? `${url.pathname}${url.search}` : fallback
}
