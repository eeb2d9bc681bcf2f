'use client'

import { CalendarClock, CornerDownRight, Hand, Info, type LucideIcon, Waypoints } from 'lucide-react'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/link-button'
import { Thumbnail } from '@/components/ui/thumbnail'
import type { TraceView } from './trace-view'

/** A click's story, then what is known of it, then what to do. */
export function Trace({ trace: { name, imageUrl, href, time, told, facts, next } }: { trace: TraceView }) {
  return (
    <div className="space-y-6">
      <header className="flex items-center gap-3">
        <Thumbnail src={imageUrl} name={name} />
        <div className="min-w-0">
          <p dir="auto" className="break-words font-medium">
            {href ? (
              <Link href={href} prefetch={false} className="underline-offset-4 hover:underline">
                {name}
              </Link>
            ) : (
              name
            )}
          </p>
          <p className="text-muted">{time}</p>
        </div>
      </header>
      <ol className="space-y-3.5">
        <Step icon={Hand} text={told.who} />
        <Step icon={Waypoints} text={told.why} />
        <Step icon={CornerDownRight} text={told.where} />
        {told.today && <Step icon={CalendarClock} text={told.today} />}
      </ol>
      {next.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {next.map(step => (
            <LinkButton key={step.href} href={step.href} size="sm" className="max-w-full">
              <span className="truncate">{step.label}</span>
            </LinkButton>
          ))}
        </div>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 border-t pt-4">
        {facts.map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd dir="auto" className="break-words tabular">
              {fact}
            </dd>
          </div>
        ))}
      </dl>
      <p className="flex gap-2 text-muted text-xs">
        <Info aria-hidden className="mt-px size-3.5 shrink-0" />
        Nothing here tells who the shopper is: no name, number or address is kept with a click.
      </p>
    </div>
  )
}

function Step({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <li className="flex gap-3">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
      <span className="min-w-0 text-pretty break-words">{text}</span>
    </li>
  )
}
