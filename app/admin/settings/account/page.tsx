import type { Metadata } from 'next'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmailForm } from './email-form'
import { PasswordForm } from './password-form'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const user = await requireUser()
  return (
    <div className="max-w-2xl space-y-6">
      <Card
        title="Change e-mail"
        description="You sign in with it, and the history of changes names you by it."
      >
        <EmailForm email={user.email} />
      </Card>
      <Card
        title="Change password"
        description={`Signed in as ${user.email}. A new password signs out every other browser; this one stays signed in.`}
      >
        <PasswordForm email={user.email} />
      </Card>
    </div>
  )
}
