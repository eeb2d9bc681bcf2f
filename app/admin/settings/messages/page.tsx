import type { Metadata } from 'next'
import { requireUser } from '@/app/session'
import { getMessages, getSamples } from '@/lib/settings/messages'
import { versionOf } from '@/lib/settings/saving'
import { MessagesForm } from './messages-form'

export const metadata: Metadata = { title: 'Messages' }

export default async function MessagesPage() {
  await requireUser()
  const [messages, samples] = await Promise.all([getMessages(), getSamples()])
  return (
    <>
      <p className="mb-6 max-w-2xl text-muted">
        What a shopper’s WhatsApp is filled in with. A line whose placeholders are all empty is left out, and
        a long order is folded until its link is short enough.
      </p>
      <MessagesForm initial={messages} version={versionOf(messages)} samples={samples} />
    </>
  )
}
