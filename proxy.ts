import { type NextRequest, NextResponse } from 'next/server'
import { getToken } from 'next-auth/jwt'
import { pathHeader } from './app/path-header'
import { loginPath } from './lib/auth/own-path'

/** Signed-out visitors of /admin get a real 307 with an empty body; every answer that may be looked at its security headers. */
export async function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  if (pathname === '/') return NextResponse.redirect(new URL('/admin', request.nextUrl))

  // An action checks for itself and answers in its own way; a redirected POST would reach the wrong page.
  const isAction = request.method === 'POST' && request.headers.has('next-action')
  if (isAdmin(pathname) && !isAction && !(await getToken({ req: request }))) {
    return NextResponse.redirect(new URL(loginPath(`${pathname}${search}`), request.nextUrl))
  }

  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''))
  const headers = new Headers(request.headers)
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('content-security-policy', policy)
  // For requireUser, which sends whoever has to sign in back to where they were.
  headers.set(pathHeader, `${pathname}${search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  return response
}

function isAdmin(pathname: string): boolean {
  return pathname === '/admin' || pathname.startsWith('/admin/')
}

/** Pictures come from any shop's host. Chromium applies form-action to redirects, and the checkout leads to WhatsApp. */
function contentSecurityPolicy(nonce: string): string {
  const evalInDev = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalInDev}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' https: http: data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self' https://wa.me https://api.whatsapp.com",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = {
  /** Whatever a person may look at, "not found" among it. Not the redirects, the dashboard's API and Next's own files. */
  matcher: ['/((?!go/|go$|api/admin/|api/health$|_next/).*)'],
}
