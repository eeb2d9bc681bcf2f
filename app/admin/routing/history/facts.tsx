import { ArrowRight } from 'lucide-react'
import type { FactChange } from '@/lib/history/describe-change'

/** Longer than this, or of several lines, a fact is folded away: before and after below each other. */
const longest = 90

/** What was before and what came after, fact by fact. */
export function Facts({ facts }: { facts: FactChange[] }) {
  if (facts.length === 0) return null
  return (
    <ul className="min-w-0 flex-1 basis-60 space-y-1">
      {facts.map(fact => (
        <li key={fact.name}>{isLong(fact) ? <LongFact fact={fact} /> : <ShortFact fact={fact} />}</li>
      ))}
    </ul>
  )
}

function isLong({ before, after }: FactChange): boolean {
  return [before, after].some(text => text !== null && (text.length > longest || text.includes('\n')))
}

function ShortFact({ fact: { name, before, after } }: { fact: FactChange }) {
  return (
    <span className="break-words">
      <span className="text-muted">{name}: </span>
      {before !== null && <Before text={before} />}
      {before !== null && after !== null && (
        <>
          <ArrowRight aria-hidden className="mx-1.5 inline size-3.5 text-muted" />
          <span className="sr-only"> became </span>
        </>
      )}
      {after !== null && <ins className="no-underline">{after}</ins>}
    </span>
  )
}

function Before({ text }: { text: string }) {
  return <del className="text-muted decoration-muted/60">{text}</del>
}

function LongFact({ fact: { name, before, after } }: { fact: FactChange }) {
  return (
    <details>
      <summary className="w-fit text-muted underline-offset-4 hover:underline">{name}</summary>
      <div className="mt-2 grid gap-2 md:grid-cols-2">
        {before !== null && <Block title="Before" text={before} />}
        {after !== null && <Block title="After" text={after} />}
      </div>
    </details>
  )
}

function Block({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0 rounded-md bg-surface-2 px-3 py-2">
      <p className="mb-1 text-muted text-xs">{title}</p>
      <p className="whitespace-pre-wrap break-words">{text}</p>
    </div>
  )
}
