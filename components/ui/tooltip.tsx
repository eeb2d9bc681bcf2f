'use client'

import { Tooltip as Base } from 'radix-ui'
import type { ReactNode } from 'react'

/** `children` is one focusable element. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
  return (
    <Base.Provider delayDuration={200}>
      <Base.Root>
        <Base.Trigger asChild>{children}</Base.Trigger>
        <Base.Portal>
          <Base.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-xs animate-fade-in rounded-md bg-text px-2.5 py-1.5 text-background text-xs shadow-float"
          >
            {content}
          </Base.Content>
        </Base.Portal>
      </Base.Root>
    </Base.Provider>
  )
}
