'use client'

import { useSyncExternalStore } from 'react'
import { describeCount } from './describe-count'

export type ExportFormat = 'csv' | 'jsonl'

/** `query` is that of the view it was started with. */
type ExportEnd =
  | { step: 'done'; query: string; rows: number }
  | { step: 'stopped'; query: string }
  | { step: 'failed'; query: string; message: string }

type ExportState =
  | { step: 'idle' }
  /** `total`: how many rows it will have; null where that is not known. */
  | { step: 'running'; query: string; rows: number; total: number | null }
  | ExportEnd

type ExportStart = {
  href: string
  format: ExportFormat
  query: string
  locale: string
  counted: Promise<{ total: number | null } | null>
}

const EVERY_MS = 150
/** What comes faster than it is read would keep the page from its reader in one long task. */
const BREATH_MS = 10
const PART_BYTES = 1024 * 1024

/** The id of the place in an export's popup where it says how it ended. */
export const exportResultId = 'export-result'

const idle: ExportState = { step: 'idle' }
/** The one export of this window: it goes on when its screen is left, and is found again by who comes back. */
let state: ExportState = idle
let stopper: AbortController | undefined
const listeners = new Set<() => void>()

/** Fetches an export, tells how far it is, and saves it only when it has come whole. */
export function useExport() {
  const current = useSyncExternalStore(
    subscribe,
    () => state,
    () => idle,
  )
  return { state: current, start, stop, forget }
}

/** How an export ended, as a sentence. */
export function tellExport(end: ExportEnd, { isEarlier, locale }: { isEarlier: boolean; locale: string }) {
  const of = isEarlier ? ' of an earlier view' : ''
  if (end.step === 'done') return `Saved ${describeCount({ count: end.rows, exact: true }, locale)}${of}.`
  return end.step === 'stopped' ? 'Stopped. Nothing was saved.' : end.message
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function change(next: ExportState) {
  state = next
  for (const listener of listeners) listener()
}

function stop() {
  stopper?.abort()
}

/** Of one that has ended. */
function forget() {
  if (state.step !== 'running') change(idle)
}

async function start(asked: ExportStart) {
  if (state.step === 'running') return
  const abort = new AbortController()
  stopper = abort
  change({ step: 'running', query: asked.query, rows: 0, total: null })
  asked.counted.then(count => {
    if (state.step === 'running' && stopper === abort) change({ ...state, total: count?.total ?? null })
  })
  // The one thing that it does not outlive: the browser asks first.
  window.addEventListener('beforeunload', hold)
  const end = await run(asked, abort.signal)
  window.removeEventListener('beforeunload', hold)
  change(end)
  if (end.step !== 'stopped' && !isResultShown()) await sayElsewhere(end, asked.locale)
}

async function run({ href, format, query }: ExportStart, signal: AbortSignal): Promise<ExportEnd> {
  try {
    const response = await fetch(href, { signal })
    if (!response.ok || !response.body) return await refuse(response)
    const { file, lines } = await collect(
      response.body,
      rows => state.step === 'running' && change({ ...state, rows }),
    )
    save(file, fileName(response, format))
    // The first line of a CSV names the columns.
    return { step: 'done', query, rows: format === 'csv' ? Math.max(0, lines - 1) : lines }
  } catch (error) {
    if (signal.aborted) return { step: 'stopped', query }
    return { step: 'failed', query, message: error instanceof RefusedExport ? error.message : brokenOff }
  }
}

function hold(event: BeforeUnloadEvent) {
  event.preventDefault()
}

function isResultShown(): boolean {
  return document.getElementById(exportResultId)?.closest('details')?.open === true
}

async function sayElsewhere(end: ExportEnd, locale: string) {
  const { toast } = await import('@/components/ui/toast')
  const words = tellExport(end, { isEarlier: false, locale })
  if (end.step === 'failed') toast.error(words)
  else toast.success(words)
}

const brokenOff = 'The export broke off, so nothing was saved. Try again.'

class RefusedExport extends Error {}

async function refuse(response: Response): Promise<never> {
  const answer = await response.json().catch(() => null)
  throw new RefusedExport(answer?.error?.message ?? brokenOff)
}

/** Large parts go into blobs, which the browser keeps on disk when they are many. */
async function collect(body: ReadableStream<Uint8Array<ArrayBuffer>>, onLines: (lines: number) => unknown) {
  const blobs: Blob[] = []
  let part: Uint8Array<ArrayBuffer>[] = []
  let [size, lines, told] = [0, 0, 0]
  let breath = performance.now()
  const reader = body.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    part.push(step.value)
    size += step.value.length
    lines += countLines(step.value)
    if (size >= PART_BYTES) {
      blobs.push(new Blob(part))
      part = []
      size = 0
    }
    if (performance.now() - breath > BREATH_MS) {
      await new Promise(done => setTimeout(done))
      breath = performance.now()
    }
    if (performance.now() - told > EVERY_MS) {
      told = performance.now()
      onLines(lines)
    }
  }
  return { file: new Blob([...blobs, ...part]), lines }
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++
  return count
}

function fileName(response: Response, format: ExportFormat): string {
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  return named?.[1] ?? `clicks.${format}`
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
