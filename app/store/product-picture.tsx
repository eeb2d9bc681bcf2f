import { Package } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { Picture } from '@/components/ui/picture'

/** A square picture, or a quiet place for one. Decoration only: the product's name stands beside it. */
export function ProductPicture({ src, className }: { src: string | null; className?: string }) {
  const none = <Package aria-hidden className="size-1/4 opacity-40" strokeWidth={1.25} />
  return (
    <span className={cx('relative block aspect-square overflow-hidden bg-surface-2 text-muted', className)}>
      <span className="absolute inset-0 grid place-items-center">
        {src ? <Picture src={src}>{none}</Picture> : none}
      </span>
    </span>
  )
}
