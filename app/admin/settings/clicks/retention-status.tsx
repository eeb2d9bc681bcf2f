import { Card } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Retention } from '@/lib/clicks/retention'
import { RunRetention } from './run-retention'

type RetentionStatusProps = { retention: Retention; now: Date; timeZone: string; locale: string }

/** What the job did, and when it comes again. */
export function RetentionStatus({ retention, now, timeZone, locale }: RetentionStatusProps) {
  const { keepDays, lastRunAt, lastFinishedAt, lastArchived, nextRunAt, archivedBefore } = retention
  if (keepDays === null && !lastRunAt) return null
  const time = (date: Date) => <RelativeTime date={date} timeZone={timeZone} locale={locale} />
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' })
  const isDue = nextRunAt !== null && nextRunAt <= now
  const isUnfinished = lastRunAt !== null && (lastFinishedAt === null || lastFinishedAt < lastRunAt)
  const isRunning = isDue || (keepDays !== null && isUnfinished)
  const folded = `${lastArchived.toLocaleString(locale)} ${lastArchived === 1 ? 'click' : 'clicks'} folded`
  return (
    <Card title="Folding old clicks" action={keepDays !== null && <RunRetention isRunning={isRunning} />}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
        <dt className="text-muted">Last run</dt>
        <dd aria-live="polite">
          {lastRunAt ? (
            <>
              {time(lastRunAt)}, {folded}
              {isUnfinished && ' so far'}
            </>
          ) : (
            'Not yet'
          )}
        </dd>
        <dt className="text-muted">Next run</dt>
        <dd>{isRunning ? 'Under way' : nextRunAt ? time(nextRunAt) : 'None: clicks are kept for ever'}</dd>
        {archivedBefore && (
          <>
            <dt className="text-muted">Totals only</dt>
            <dd>Before {day.format(archivedBefore)}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}
