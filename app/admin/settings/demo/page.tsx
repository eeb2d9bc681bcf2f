import { Sparkles, Store } from 'lucide-react'
import type { Metadata } from 'next'
import { requireUser } from '@/app/session'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { isDemoPresent } from '@/lib/demo/present'
import { countDemo, type DemoCounts } from '@/lib/demo/remove'
import { removeDemoAction } from '../actions'

export const metadata: Metadata = { title: 'Demo data' }

export default async function DemoDataPage() {
  await requireUser()
  const counts = (await isDemoPresent()) ? await countDemo() : null
  return (
    <div className="max-w-2xl">
      <Card flush>{counts ? <DemoPresent counts={counts} /> : <DemoGone />}</Card>
    </div>
  )
}

function DemoPresent({ counts }: { counts: DemoCounts }) {
  return (
    <EmptyState
      icon={<Sparkles />}
      title="You are looking at a demo shop"
      body={`It is here so that you can try everything: ${listCounts(counts)}. What you added yourself is not part of it.`}
      action={
        <ConfirmDialog
          title="Remove the demo shop?"
          body={
            <>
              <p>This removes {listCounts(counts)}, for good.</p>
              <p className="mt-2">
                What you added stays. What leads to a demo number goes: rules, the orders and clicks that went
                there, and the default number if it is one. Set your own next, or shoppers can’t reach you.
              </p>
              <p className="mt-2">
                The demo store at /store closes; Settings › General opens it again, with your products.
              </p>
            </>
          }
          confirmLabel="Remove the demo shop"
          action={removeDemoAction}
          trigger={<Button variant="danger">Start with my own shop</Button>}
        />
      }
    />
  )
}

function DemoGone() {
  return (
    <EmptyState
      icon={<Store />}
      title="No demo data is left"
      body="Everything you see is your own shop’s."
      action={<LinkButton href="/admin/products">To your products</LinkButton>}
    />
  )
}

/** "8 products, 3 categories and 1 rule"; kinds with none are left out. */
function listCounts({ products, categories, rules, numbers, orders, clicks }: DemoCounts): string {
  const parts = [
    [products, 'product', 'products'] as const,
    [categories, 'category', 'categories'] as const,
    [rules, 'rule', 'rules'] as const,
    [numbers, 'number', 'numbers'] as const,
    [orders, 'order', 'orders'] as const,
    [clicks, 'click', 'clicks'] as const,
  ].filter(([count]) => count > 0)
  return new Intl.ListFormat('en').format(
    parts.map(([count, one, many]) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`),
  )
}
