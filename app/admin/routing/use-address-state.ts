'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

type AddressState<Query> = {
  initial: Query
  href: (query: Query) => string
  parse: (params: Record<string, string>) => Query
}

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const settleMs = 300

/**
 * State that the address follows, so that a reload, a bookmark and the back button show the same. It changes at once; the
 * address a moment later, without asking the server. A link to the same page with other parameters changes it, too.
 */
export function useAddressState<Query>({ initial, href, parse }: AddressState<Query>) {
  const [query, setQuery] = useState(initial)
  const params = useSearchParams().toString()
  const written = useRef(params)

  useEffect(() => {
    if (params === written.current) return
    written.current = params
    setQuery(parse(Object.fromEntries(new URLSearchParams(params))))
  }, [params, parse])

  useEffect(() => {
    const timer = setTimeout(() => {
      const address = href(query)
      const search = address.split('?')[1] ?? ''
      if (search === written.current) return
      written.current = search
      window.history.replaceState(null, '', address)
    }, settleMs)
    return () => clearTimeout(timer)
  }, [query, href])

  return [query, setQuery] as const
}
