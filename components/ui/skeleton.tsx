import { cx } from './cx'

/** Holds a place while the content loads; give it the content's size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block animate-pulse rounded-md bg-surface-2', className)} />
}
