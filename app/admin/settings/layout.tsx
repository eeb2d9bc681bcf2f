import type { ReactNode } from 'react'
import { requireUser } from '@/app/session'
import { PageHeader } from '@/components/ui/page-header'
import { TabsNav } from '@/components/ui/tabs-nav'

const tabs = [
  { href: '/admin/settings', label: 'General' },
  { href: '/admin/settings/messages', label: 'Messages' },
  { href: '/admin/settings/clicks', label: 'Clicks' },
  { href: '/admin/settings/account', label: 'Account' },
  { href: '/admin/settings/demo', label: 'Demo data' },
]

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireUser()
  return (
    <>
      <PageHeader
        title="Settings"
        description="Your shop, its messages and your account. What you save takes effect at once."
      />
      <TabsNav label="Settings" tabs={tabs} />
      {children}
    </>
  )
}
