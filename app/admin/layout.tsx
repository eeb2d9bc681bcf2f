import { ExternalLink, Store } from 'lucide-react'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Alert } from '@/components/ui/alert'
import { buttonStyle } from '@/components/ui/button-style'
import { IntentLink } from '@/components/ui/intent-link'
import { Logo } from '@/components/ui/logo'
import { parseTheme } from '@/lib/settings/theme'
import { Navigation } from './navigation'
import { NoNumberBanner } from './no-number-banner'
import { UserMenu } from './user-menu'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await requireUser()
  const settings = await currentSettings()
  const theme = parseTheme((await cookies()).get('theme')?.value)
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className={buttonStyle('primary', 'md', 'fixed top-2 left-2 z-50 not-focus:sr-only')}
      >
        Skip to the content
      </a>
      <aside className="sticky top-0 flex h-dvh flex-col gap-6 border-r bg-surface px-3 py-4 max-lg:hidden">
        <IntentLink href="/admin" className="rounded-md px-3 py-1.5">
          <Logo name={settings.storeName} />
        </IntentLink>
        <div className="flex-1">
          <Navigation at="side" />
        </div>
        <div className="space-y-0.5">
          {settings.demoStoreEnabled && (
            <DemoStoreLink className={buttonStyle('ghost', 'md', 'w-full justify-start px-3 text-muted!')} />
          )}
          <UserMenu email={user.email} theme={theme} />
        </div>
      </aside>
      <div className="min-w-0">
        <header className="sticky top-0 z-20 flex h-14 items-center justify-between gap-2 border-b bg-surface px-4 lg:hidden">
          <Logo name={settings.storeName} />
          <span className="flex shrink-0 items-center">
            {settings.demoStoreEnabled && (
              <DemoStoreLink compact className={buttonStyle('ghost', 'md', 'w-11 px-0 text-muted!')} />
            )}
            <UserMenu email={user.email} theme={theme} compact />
          </span>
        </header>
        {!settings.defaultNumber && <NoNumberBanner />}
        <main id="content" className="mx-auto max-w-6xl px-4 pt-6 pb-28 sm:px-8 lg:pt-8 lg:pb-16">
          <noscript>
            <Alert tone="amber" className="mb-6">
              The dashboard needs JavaScript, which is off in this browser. Your shop’s WhatsApp links work
              without it.
            </Alert>
          </noscript>
          {children}
        </main>
      </div>
      <Navigation at="bottom" />
    </div>
  )
}

function DemoStoreLink({ className, compact = false }: { className: string; compact?: boolean }) {
  return (
    <a href="/store" target="_blank" rel="noopener" title="Demo store" className={className}>
      {compact ? <Store aria-hidden className="size-5!" /> : <ExternalLink aria-hidden />}
      <span className={compact ? 'sr-only' : ''}>Demo store</span>
    </a>
  )
}
