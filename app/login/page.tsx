import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Logo } from '@/components/ui/logo'
import { parseOwnPath } from '@/lib/auth/own-path'
import { findUser } from '../session'
import { LoginForm } from './login-form'

export const metadata: Metadata = { title: 'Sign in' }

type LoginProps = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> }

export default async function LoginPage({ searchParams }: LoginProps) {
  const { next, error } = await searchParams
  const target = parseOwnPath(typeof next === 'string' ? next : null)
  if (await findUser()) redirect(target)
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-12">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex justify-center">
          <Logo />
        </div>
        <div className="rounded-xl border bg-surface p-6 shadow-card sm:p-8">
          <h1 className="font-semibold text-xl tracking-tight">Sign in</h1>
          <p className="mt-1 mb-6 text-muted">To your shop’s WhatsApp routing and clicks.</p>
          <LoginForm target={target} initialError={typeof error === 'string' ? error : null} />
        </div>
        <p className="mt-4 px-6 text-center text-muted text-xs sm:px-8">
          The first password was shown where ChatCart was started. Whoever runs it can make a new one there:{' '}
          <code className="whitespace-nowrap font-mono">npm run admin</code>
        </p>
      </div>
    </main>
  )
}
