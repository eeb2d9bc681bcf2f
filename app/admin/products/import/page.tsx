import type { Metadata } from 'next'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { UploadForm } from './upload-form'

export const metadata: Metadata = { title: 'Import products' }

export default async function ImportPage() {
  await requireUser()
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        back={{ href: '/admin/products', label: 'Products' }}
        title="Import products"
        description="From a WooCommerce product export, in any language. You see what will happen before anything is saved."
      />
      <Card>
        <UploadForm />
      </Card>
      <section className="mt-8 text-muted">
        <h2 className="mb-2 font-medium text-text">How to get the file</h2>
        <ol className="list-decimal space-y-1 pl-5">
          <li>In WordPress, open Products and press Export.</li>
          <li>Leave everything as it is: all columns, all product types, all categories.</li>
          <li>Press Generate CSV and choose the downloaded file here.</li>
        </ol>
        <p className="mt-3">
          Products that are not in the file stay as they are. Importing the same file again changes nothing.
        </p>
      </section>
    </div>
  )
}
