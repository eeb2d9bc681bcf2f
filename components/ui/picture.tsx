'use client'

import { type ReactNode, useState } from 'react'

/** A picture of any host; while it can't be had, what stands in for it. */
export function Picture({ src, children }: { src: string; children: ReactNode }) {
  const [broken, setBroken] = useState<string | null>(null)
  if (src === broken) return children
  return (
    // biome-ignore lint/performance/noImgElement: shops host their pictures anywhere, so there is no list of hosts to allow
    <img
      // Another one is another element: the one before would stand beside the new name until the new one is here.
      key={src}
      src={src}
      alt=""
      loading="lazy"
      referrerPolicy="no-referrer"
      // The picture may have failed before the page came alive, and then no error event reaches it.
      ref={element => {
        if (element?.complete && element.naturalWidth === 0) setBroken(src)
      }}
      onError={() => setBroken(src)}
      className="size-full object-cover"
    />
  )
}
