import { SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { momentOf, testerQuery } from '@/lib/routing/tester/query'
import { testRoute } from '@/lib/routing/tester/test-route'
import { findRuntime } from '@/lib/runtime'
import { AlsoFound } from './also-found'
import { Examples } from './examples'
import { Result } from './result'

export const metadata: Metadata = { title: 'Route tester' }

type TesterPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TesterPage({ searchParams }: TesterPageProps) {
  await requireUser()
  const query = testerQuery.parse(await searchParams)
  const { timeZone: shopZone, locale } = await currentSettings()
  const moment = momentOf(query, { shopZone, now: new Date() })
  const table = findRuntime()?.table
  if (!table) {
    return <Alert tone="amber">The rules are being loaded. Try again in a moment.</Alert>
  }
  const result = await testRoute({ text: query.q, table, now: moment.instant.getTime() })
  switch (result.kind) {
    case 'nothing':
      return <Examples />
    case 'not_found':
      return (
        <Card>
          <EmptyState
            icon={<SearchX />}
            title={
              result.what === 'page' ? 'No product has this address' : 'No product has this id, name or SKU'
            }
            body={
              result.what === 'page'
                ? 'A page is known by the address its product has in the catalogue. Check “Product page” there, or test the product by its name.'
                : 'Try fewer words, the product’s id, or paste a link. Links with an unknown product go to the default number.'
            }
            action={<LinkButton href="/admin/products">Look through the products</LinkButton>}
          />
        </Card>
      )
    case 'tested':
      return (
        <>
          <AlsoFound products={result.alsoFound} query={query} />
          <Result route={result.route} device={query.device} moment={moment} locale={locale} />
        </>
      )
  }
}
