'use client'

import { Package } from 'lucide-react'
import { useState } from 'react'
import { cx } from '@/components/ui/cx'

/** A square picture, or a quiet place for one. Decoration only: the product's name stands beside it. */
export function ProductPicture({ src, className }: { src: string | null; className?: string }) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span
      className={cx(
        'relative grid aspect-square place-items-center overflow-hidden bg-surface-2 text-muted',
        className,
      )}
    >
      {src && src !== broken ? (
        // biome-ignore lint/performance/noImgElement: shops host their pictures anywhere, so there is no list of hosts to allow
        <img
          src={src}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          // The picture may have failed before the page came alive, and then no error event reaches it.
          ref={element => {
            if (element?.complete && element.naturalWidth === 0) setBroken(src)
          }}
          onError={() => setBroken(src)}
          className="absolute inset-0 size-full object-cover"
        />
      ) : (
        <Package aria-hidden className="size-1/4 opacity-40" strokeWidth={1.25} />
      )}
    </span>
  )
}
