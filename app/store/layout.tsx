import { ShoppingBag, Sprout } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { currentSettings } from '../current-settings'
import { readCart } from './cart-cookie'
import { WhatsappIcon } from './whatsapp-icon'

export const metadata: Metadata = { title: { default: 'Demo store', template: '%s · Demo store' } }

/** A small shop to try ChatCart on. It uses the public links and the form like any shop outside would. */
export default async function StoreLayout({ children }: { children: ReactNode }) {
  const settings = await currentSettings()
  if (!settings.demoStoreEnabled) notFound()
  const count = (await readCart()).reduce((sum, item) => sum + item.quantity, 0)
  return (
    <div className="group/store flex min-h-dvh flex-col">
      <a
        href="#content"
        className={buttonStyle('primary', 'md', 'fixed top-2 left-2 z-50 not-focus:sr-only')}
      >
        Skip to the content
      </a>
      <p className="bg-accent px-4 py-2 text-center text-on-accent text-xs">
        <strong className="font-semibold">Demo store.</strong> Its buttons work like those of a real shop.{' '}
        <Link href="/admin" className="whitespace-nowrap underline underline-offset-2">
          Open the dashboard
        </Link>
      </p>
      <header className="sticky top-0 z-10 border-b bg-background/90 backdrop-blur">
        <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-4 px-4 sm:px-6">
          <Link
            href="/store"
            className="flex min-w-0 items-center gap-2.5 font-semibold text-lg tracking-tight"
          >
            <Sprout aria-hidden className="size-6 shrink-0 text-accent" />
            <span className="truncate">{settings.storeName}</span>
          </Link>
          <Link
            href="/store/cart"
            className="flex h-11 items-center gap-2 rounded-full px-3 font-medium transition-colors hover:bg-surface-2"
          >
            <ShoppingBag aria-hidden className="size-5" />
            Cart
            {count > 0 && (
              <span className="tabular grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 text-on-accent text-xs">
                {count}
                <span className="sr-only"> items</span>
              </span>
            )}
          </Link>
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 sm:px-6 sm:py-10">
        {children}
      </main>
      <footer className="border-t px-4 pt-8 pb-28 text-center text-muted sm:pb-8">
        A demo store, made of the same links and the same form that any real shop would use.
      </footer>
      <a
        href="/go/chat"
        target="_blank"
        rel="noopener nofollow"
        aria-label="Chat on WhatsApp"
        title="Chat on WhatsApp"
        className={
          'fixed right-5 bottom-5 z-20 grid size-14 place-items-center rounded-full bg-[#25d366] text-[#05331a] shadow-float ' +
          // On a phone it would lie over the sum of the cart, where another button leads to the chat already.
          'transition-colors hover:bg-[#1fc25c] max-sm:group-has-data-summary/store:hidden'
        }
      >
        <WhatsappIcon className="size-7" />
      </a>
    </div>
  )
}
