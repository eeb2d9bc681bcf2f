import { cx } from './cx'
import { Picture } from './picture'

type ThumbnailProps = { src: string | null; name: string; size?: 'sm' | 'md' | 'lg' }

const sizes = { sm: 'size-8 text-xs', md: 'size-10 text-xs', lg: 'size-16 text-base' }

/** A product's picture, or its initials while there is none. Decoration only: the name stands beside it. */
export function Thumbnail({ src, name, size = 'md' }: ThumbnailProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 place-items-center overflow-hidden rounded-md bg-surface-2 font-medium text-muted',
        sizes[size],
      )}
    >
      {src ? <Picture src={src}>{initials(name)}</Picture> : initials(name)}
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
