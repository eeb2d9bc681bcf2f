'use client'

import { FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { cx } from './cx'

type FileDropProps = {
  label: string
  hint: string
  /** As of an input: ".csv,text/csv". */
  accept: string
  onFile: (file: File) => void
}

/** A field that takes one file, chosen or dropped. */
export function FileDrop({ label, hint, accept, onFile }: FileDropProps) {
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }

  function choose(input: HTMLInputElement) {
    const file = input.files?.[0]
    if (file) onFile(file)
    // The same file can be chosen again after it was mended.
    input.value = ''
  }

  /** A file chosen before the page's script ran told nobody. */
  function takeEarly(input: HTMLInputElement | null) {
    if (input?.files?.length) choose(input)
  }

  return (
    <label
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex cursor-pointer flex-col items-center rounded-lg border-2 border-dashed px-6 py-12 text-center transition-colors',
        'focus-within:border-accent hover:border-accent hover:bg-accent-soft/40',
        over ? 'border-accent bg-accent-soft/40' : 'border-border-strong',
      )}
    >
      <FileUp aria-hidden className="mb-3 size-7 text-muted" />
      <span className="font-medium">{label}</span>
      <span className="mt-1 text-muted">{hint}</span>
      <input
        ref={takeEarly}
        type="file"
        accept={accept}
        className="sr-only"
        onChange={event => choose(event.target)}
      />
    </label>
  )
}
