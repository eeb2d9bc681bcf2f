const home = '/admin'

/** The login page, which leads back to `path` of the admin area. */
export function loginPath(path: string | null): string {
  const next = parseOwnPath(path)
  return next === home ? '/login' : `/login?next=${encodeURIComponent(next)}`
}

/**
 * Where to go after signing in: a path of the admin area, whatever the address bar asked for.
 * Anything else (another site, `//host`, `/\host`, a control character) becomes the overview.
 */
export function parseOwnPath(text: string | null | undefined): string {
  if (!text) return home
  const base = 'http://own.invalid'
  if (!URL.canParse(text, base)) return home
  const url = new URL(text, base)
  if (url.origin !== base) return home
  const inside = url.pathname === '/admin' || url.pathname.startsWith('/admin/')
  return inside ? `${url.pathname}${url.search}` : home
}
