'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'
import { LinkUnderway } from './underway'

/**
 * A link that fetches its page once somebody is about to press it. Next.js would fetch every one in sight, a dozen
 * requests on each screen, while the browser has the page itself to bring to life.
 */
export function IntentLink({ children, ...props }: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [meant, setMeant] = useState(false)
  const mean = () => setMeant(true)
  return (
    <Link {...props} prefetch={meant ? null : false} onPointerEnter={mean} onTouchStart={mean} onFocus={mean}>
      {children}
      <LinkUnderway />
    </Link>
  )
}
