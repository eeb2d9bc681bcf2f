import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster'
import { parseTheme } from '@/lib/settings/theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'ChatCart', template: '%s · ChatCart' },
  description: 'Your shop’s WhatsApp orders reach the right number, and every click is on record.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f8f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1110' },
  ],
}

/** Few pages show code: without this, each would load 70 kB for it before its scripts. */
const GeistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
})

/** Every page is rendered per request: the theme is a cookie, and the scripts carry the request's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get('theme')?.value)
  return (
    <html
      lang="en"
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  )
}
