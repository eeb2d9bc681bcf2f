'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { signInMessage } from './sign-in-message'

type LoginFormProps = { target: string; initialError: string | null }

export function LoginForm({ target, initialError }: LoginFormProps) {
  const [message, setMessage] = useState(signInMessage(initialError))
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setPending(true)
    setMessage(null)
    const answer = await signIn('credentials', {
      email: form.get('email'),
      password: form.get('password'),
      redirect: false,
    }).catch(() => undefined)
    if (answer?.ok) {
      // A full load, so that nothing from before the sign-in stays in the router's memory.
      window.location.assign(target)
      return
    }
    setPending(false)
    setMessage(signInMessage(answer?.error ?? 'unreachable'))
  }

  return (
    // method and action only matter before the script has loaded: a password must never end up in the address.
    <form method="post" action="/login" onSubmit={submit} className="space-y-4">
      <noscript>
        <Alert tone="amber">Signing in needs JavaScript. Switch it on and load this page again.</Alert>
      </noscript>
      {message && <Alert tone="amber">{message}</Alert>}
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" required maxLength={254} autoFocus />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Sign in
      </Button>
    </form>
  )
}
