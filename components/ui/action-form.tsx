'use client'

import { type ComponentProps, startTransition } from 'react'

type ActionFormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & {
  /** What useActionState returned. */
  action: (form: FormData) => void
}

/**
 * A form for useActionState that keeps what was typed: React empties a form after its action, also when the
 * answer is an error, so with scripts on the action is called by hand. Without scripts it is a plain form.
 */
export function ActionForm({ action, ...rest }: ActionFormProps) {
  return (
    <form
      {...rest}
      action={action}
      onSubmit={event => {
        event.preventDefault()
        const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
        const form = new FormData(event.currentTarget, submitter)
        startTransition(() => action(form))
      }}
    />
  )
}
