import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { cx } from '@/components/ui/cx'
import { Skeleton } from '@/components/ui/skeleton'

type PanelProps = {
  /** The question this panel answers. */
  question: string
  /** The answer in a sentence. */
  finding: ReactNode
  action?: ReactNode
  className?: string
  children?: ReactNode
}

/** One question, its answer in a sentence, then the figures behind it. */
export function Panel({ question, finding, action, className, children }: PanelProps) {
  return (
    <Card
      title={question}
      description={<span className="block text-pretty text-base text-text">{finding}</span>}
      action={action}
      className={className}
    >
      {children}
    </Card>
  )
}

/** Holds the place of a panel; `className` gives it the panel's height. */
export function PanelSkeleton({ className }: { className: string }) {
  return (
    <Card
      title={<Skeleton className="my-0.5 h-4 w-52" />}
      description={<Skeleton className="my-1 h-4 w-80 max-w-full" />}
    >
      <Skeleton className={cx('w-full', className)} />
    </Card>
  )
}
