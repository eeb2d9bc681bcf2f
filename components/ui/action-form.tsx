'use client'

import { type ComponentProps, startTransition, useEffect, useRef } from 'react'

type ActionFormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & {
  /** What useActionState returned. */
  action: (form: FormData) => void
}

/**
 * A form for useActionState that keeps what was typed: React empties a form after its action, also when the
 * answer is an error, so with scripts on the action is called by hand. Without scripts it is a plain form.
 * After an answer with errors the first field that has one gets the focus.
 */
export function ActionForm({ action, ...rest }: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef(false)

  // After every render: only the button knows whether the answer is still awaited.
  useEffect(() => {
    if (!sent.current || form.current?.querySelector('[aria-busy=true]')) return
    sent.current = false
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  })

  return (
    <form
      {...rest}
      ref={form}
      action={action}
      onSubmit={event => {
        event.preventDefault()
        const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
        const typed = new FormData(event.currentTarget, submitter)
        sent.current = true
        startTransition(() => action(typed))
      }}
    />
  )
}
