'use client'

import { useEffect, useState } from 'react'
import { useLate } from './use-late'

const loadSonner = async () => (await import('sonner')).Toaster

/** Long enough for the page to come alive first; what is said before is shown then. */
const AFTER_MS = 1_000

/** Where `toast` shows what it is told. */
export function Toaster() {
  const [ready, setReady] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => setReady(true), AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const Sonner = useLate(loadSonner, ready)
  if (!Sonner) return null
  return (
    <Sonner
      position="bottom-right"
      // Above the phone's navigation bar.
      mobileOffset={{ bottom: 'calc(4.5rem + env(safe-area-inset-bottom))' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-lg bg-surface px-4 py-3 font-sans! text-sm text-text shadow-float sm:w-90',
          title: 'font-medium',
          description: 'text-muted',
          icon: 'mt-0.5 text-accent [&_svg]:size-4',
          error: '[&_[data-icon]]:text-red',
        },
      }}
    />
  )
}
