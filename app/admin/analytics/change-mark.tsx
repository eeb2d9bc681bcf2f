import { ArrowDownRight, ArrowUpRight } from 'lucide-react'
import { changeInWords, differenceInWords } from '@/lib/clicks/findings'

type ChangeMarkProps = {
  count: number
  previous: number | null
  /** Says how many clicks more or fewer, too. */
  inClicks?: boolean
  locale: string
}

/** The change against the period before: an arrow and a per cent figure, "new" where there was nothing; small ones are none. */
export function ChangeMark({ count, previous, inClicks = false, locale }: ChangeMarkProps) {
  if (previous === null || count === previous) return null
  if (previous === 0 && !inClicks) return <span className="text-green">new</span>
  const words = (inClicks ? differenceInWords : changeInWords)(count, previous, locale)
  if (!words) return null
  const [Icon, ink] = count > previous ? [ArrowUpRight, 'text-green'] : [ArrowDownRight, 'text-amber']
  return (
    <span title={`${previous.toLocaleString(locale)} before`} className={`whitespace-nowrap tabular ${ink}`}>
      <Icon aria-hidden className="mr-0.5 inline size-3.5 align-[-0.15em]" />
      {words}
    </span>
  )
}
