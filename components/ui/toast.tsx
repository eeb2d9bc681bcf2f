'use client'

import { Toaster as Sonner } from 'sonner'

export { toast } from 'sonner'

export function Toaster() {
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
