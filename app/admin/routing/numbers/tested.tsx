import { RelativeTime } from '@/components/ui/relative-time'

type TestedProps = {
  number: { lastTestedAt: Date | string | null; lastTestedBy: string | null }
  timeZone: string
  locale: string
}

/** When the number was last tried, and by whom. */
export function Tested({ number: { lastTestedAt, lastTestedBy }, timeZone, locale }: TestedProps) {
  if (!lastTestedAt) return <span className="text-muted">Never</span>
  return (
    <span className="flex min-w-0 flex-col max-sm:[td_&]:items-end">
      <RelativeTime date={lastTestedAt} timeZone={timeZone} locale={locale} />
      {lastTestedBy && (
        <span className="max-w-40 truncate text-muted text-xs sm:max-xl:[td_&]:hidden" title={lastTestedBy}>
          by {lastTestedBy}
        </span>
      )}
    </span>
  )
}
