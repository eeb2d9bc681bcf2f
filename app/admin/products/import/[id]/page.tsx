import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { parseChoices } from '@/lib/catalog/import/choices'
import { findImport, previewImport } from '@/lib/catalog/import/imports'
import { ColumnsForm } from './columns-form'
import { ImportStatusCard } from './import-status-card'
import { PreviewBody } from './preview-body'
import { StartForm } from './start-form'

export const metadata: Metadata = { title: 'Import products' }

type PreviewPageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
  await requireUser()
  const id = z.uuid().safeParse((await params).id)
  const found = id.success ? await findImport(id.data, new Date()) : null
  if (!found) notFound()
  const { locale, currency } = await currentSettings()
  if (found.status === 'running' || found.status === 'done') {
    return (
      <div className="mx-auto max-w-2xl">
        <PageHeader title="Import products" description={found.fileName} />
        <ImportStatusCard initial={found} locale={locale} />
      </div>
    )
  }

  const choices = parseChoices(await searchParams)
  const preview = await previewImport(found.id, choices, new Date())
  const another = <LinkButton href="/admin/products/import">Choose another file</LinkButton>
  if (!preview) {
    return (
      <>
        <PageHeader title="Import products" description={found.fileName} />
        <Alert tone="amber" title="The file is no longer here" action={another}>
          Uploaded files are kept for a day. Nothing of this one was saved.
        </Alert>
      </>
    )
  }
  const { file, plan } = preview
  const failure = found.status === 'failed' && (
    <Alert tone="red" title="The last try failed" className="mb-6">
      {found.error} The catalogue is as it was before; you can try again.
    </Alert>
  )
  if (!file.ok || !plan) {
    return (
      <>
        <PageHeader
          title={file.ok || !file.columns ? 'This file can’t be imported' : 'Which column is which?'}
          description={found.fileName}
          action={another}
        />
        <Alert tone="red" className="mb-6">
          {file.ok ? 'Nothing in it can be imported.' : file.message}
        </Alert>
        {file.columns && (
          <ColumnsForm header={file.header} columns={file.columns} choices={choices} style={null} open />
        )}
      </>
    )
  }
  const count = plan.create.length + plan.update.length
  return (
    <>
      <PageHeader
        title="Check before you import"
        description={found.fileName}
        action={
          <>
            {another}
            {count > 0 && <StartForm id={found.id} choices={choices} count={count} locale={locale} />}
          </>
        }
      />
      {failure}
      <PreviewBody file={file} plan={plan} choices={choices} currency={currency} locale={locale} />
    </>
  )
}
