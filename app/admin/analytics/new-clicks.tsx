'use client'

import { ArrowUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { countNewClicksAction } from './actions'

const EVERY_MS = 15_000

type NewClicksProps = {
  /** The view, from its newest click on. */
  query: string
  /** The view's newest page. */
  href: string
}

/**
 * Says that clicks have arrived, and brings them in when asked. It floats over the table's edge: nothing moves under
 * the reader, who may be far down. It looks while the page is visible, and at once when it becomes so again.
 */
export function NewClicks({ query, href }: NewClicksProps) {
  const [count, setCount] = useState(0)
  const [pending, startTransition] = useTransition()
  const router = useRouter()

  useEffect(() => {
    setCount(0)
    async function look() {
      if (document.visibilityState !== 'visible') return
      // Away or signed out, there is nothing to say; the next look tells.
      setCount(await countNewClicksAction(query).catch(() => 0))
    }
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [query])

  function show() {
    startTransition(() => {
      router.replace(href, { scroll: false })
      router.refresh()
    })
    const clicks = document.getElementById('clicks')
    clicks?.scrollIntoView()
    // The button goes with what it announced: the keyboard is at the table then.
    clicks?.focus({ preventScroll: true })
  }

  return (
    <div role="status" className="sticky top-3 z-10 flex h-0 justify-center max-lg:top-17">
      {count > 0 && (
        <button
          type="button"
          disabled={pending}
          onClick={show}
          className="-translate-y-1/2 flex h-9 animate-rise-in items-center gap-2 rounded-full bg-accent px-4 font-medium text-on-accent shadow-float hover:bg-accent-hover max-sm:h-11"
        >
          <ArrowUp aria-hidden className="size-4" />
          {count >= 100 ? '100 or more new clicks' : count === 1 ? '1 new click' : `${count} new clicks`}
        </button>
      )}
    </div>
  )
}
