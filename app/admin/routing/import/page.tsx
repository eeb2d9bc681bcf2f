import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { ImportRules } from './import-rules'

export const metadata: Metadata = { title: 'Import rules' }

export default async function ImportRulesPage() {
  await requireUser()
  const { locale } = await currentSettings()
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        back={{ href: '/admin/routing', label: 'Routing' }}
        title="Import rules"
        description="All of the file or nothing: a line that can’t be used is named, and stops it."
        action={
          <LinkButton href="/api/admin/rules" download>
            <Download aria-hidden /> Export the rules
          </LinkButton>
        }
      />
      <ImportRules locale={locale} />
    </div>
  )
}
