'use client'

import { useState } from 'react'
import { cx } from './cx'

type ThumbnailProps = { src: string | null; name: string; size?: 'sm' | 'md' | 'lg' }

const sizes = { sm: 'size-8 text-xs', md: 'size-10 text-xs', lg: 'size-16 text-base' }

/** A product's picture, or its initials while there is none. Decoration only: the name stands beside it. */
export function Thumbnail({ src, name, size = 'md' }: ThumbnailProps) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 place-items-center overflow-hidden rounded-md bg-surface-2 font-medium text-muted',
        sizes[size],
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
          className="size-full object-cover"
        />
      ) : (
        initials(name)
      )}
    </span>
  )
}

function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? ['?']
  return words
    .slice(0, 2)
    .map(word => Array.from(word)[0]?.toLocaleUpperCase() ?? '')
    .join('')
}
