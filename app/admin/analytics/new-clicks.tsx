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

/** Says that clicks have arrived, and brings them in when asked: the table never moves by itself. */
export function NewClicks({ query, href }: NewClicksProps) {
  const [count, setCount] = useState(0)
  const [pending, startTransition] = useTransition()
  const router = useRouter()

  useEffect(() => {
    setCount(0)
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return
      // Away or signed out, there is nothing to say; the next look tells.
      setCount(await countNewClicksAction(query).catch(() => 0))
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [query])

  function show() {
    startTransition(() => {
      router.replace(href, { scroll: false })
      router.refresh()
    })
  }

  return (
    <div role="status">
      {count > 0 && (
        <button
          type="button"
          disabled={pending}
          onClick={show}
          className="flex min-h-10 w-full items-center justify-center gap-2 rounded-t-lg border-b bg-accent-soft font-medium text-accent"
        >
          <ArrowUp aria-hidden className="size-4" />
          {count >= 100 ? '100 or more new clicks' : count === 1 ? '1 new click' : `${count} new clicks`}
        </button>
      )}
    </div>
  )
}
