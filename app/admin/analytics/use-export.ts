'use client'

import { useEffect, useRef, useState } from 'react'

export type ExportFormat = 'csv' | 'jsonl'

type ExportState =
  | { step: 'idle' }
  | { step: 'running'; rows: number }
  | { step: 'done'; rows: number }
  | { step: 'stopped' }
  | { step: 'failed'; message: string }

const EVERY_MS = 150
/** What comes faster than it is read would keep the page from its reader in one long task. */
const BREATH_MS = 10
const PART_BYTES = 1024 * 1024

/** Fetches an export, tells how far it is, and saves it only when it has come whole. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ step: 'idle' })
  const stopper = useRef<AbortController>(undefined)
  useEffect(() => () => stopper.current?.abort(), [])

  async function start({ href, format }: { href: string; format: ExportFormat }) {
    const abort = new AbortController()
    stopper.current = abort
    setState({ step: 'running', rows: 0 })
    try {
      const response = await fetch(href, { signal: abort.signal })
      if (!response.ok || !response.body) return await refuse(response)
      const { file, lines } = await collect(response.body, rows => setState({ step: 'running', rows }))
      save(file, fileName(response, format))
      // The first line of a CSV names the columns.
      setState({ step: 'done', rows: format === 'csv' ? Math.max(0, lines - 1) : lines })
    } catch (error) {
      setState(
        abort.signal.aborted
          ? { step: 'stopped' }
          : { step: 'failed', message: error instanceof RefusedExport ? error.message : brokenOff },
      )
    }
  }

  return { state, start, stop: () => stopper.current?.abort() }
}

const brokenOff = 'The export broke off, so nothing was saved. Try again.'

class RefusedExport extends Error {}

async function refuse(response: Response): Promise<never> {
  const answer = await response.json().catch(() => null)
  throw new RefusedExport(answer?.error?.message ?? brokenOff)
}

/** Large parts go into blobs, which the browser keeps on disk when they are many. */
async function collect(body: ReadableStream<Uint8Array<ArrayBuffer>>, onLines: (lines: number) => void) {
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
