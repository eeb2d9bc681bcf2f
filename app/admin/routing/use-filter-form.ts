'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useTransition } from 'react'

type Fields = Record<string, FormDataEntryValue>

type FilterForm = {
  /** The address for what the fields say. */
  href: (fields: Fields) => string
  /** What a field says when the address does not. */
  usual: Record<string, string>
}

const typingPauseMs = 200

/**
 * Makes a plain GET form follow each keystroke: a moment later the address says what the fields say, and the page answers.
 * A later answer takes the place of one that is still under way. Until the scripts have arrived the form works as it is.
 */
export function useFilterForm({ href, usual }: FilterForm) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const params = useSearchParams()
  const router = useRouter()
  const [pending, startTransition] = useTransition()

  // A link or the back button changed the address: the fields follow, but never under the typist's fingers.
  useEffect(() => {
    if (typing.current !== undefined) return
    for (const field of form.current?.elements ?? []) fill(field, params, usual)
  }, [params, usual])
  useEffect(() => () => clearTimeout(typing.current), [])

  function apply(changed: Fields = {}) {
    clearTimeout(typing.current)
    typing.current = undefined
    if (!form.current) return
    const address = href({ ...Object.fromEntries(new FormData(form.current)), ...changed })
    startTransition(() => router.replace(address, { scroll: false }))
  }

  function onChange({ target }: FormEvent) {
    // What is typed into a combobox's own search bubbles up here, too; it has no name.
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.name) return
    clearTimeout(typing.current)
    if (target instanceof HTMLInputElement) typing.current = setTimeout(apply, typingPauseMs)
    else apply()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    apply()
  }

  const value = (name: string) => params.get(name) ?? usual[name] ?? ''
  return { props: { ref: form, 'aria-busy': pending, onChange, onSubmit }, apply, pending, value, params }
}

function fill(field: Element, params: URLSearchParams, usual: Record<string, string>) {
  const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
  if (!isField || field.name === '' || field.type === 'hidden') return
  field.value = params.get(field.name) ?? usual[field.name] ?? ''
}
