import type { Metadata } from 'next'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { PasswordForm } from './password-form'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const user = await requireUser()
  return (
    <div className="max-w-2xl">
      <Card
        title="Change password"
        description={`Signed in as ${user.email}. A new password signs out every other browser; this one stays signed in.`}
      >
        <PasswordForm email={user.email} />
      </Card>
    </div>
  )
}
