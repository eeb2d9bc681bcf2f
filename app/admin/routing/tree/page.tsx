import { FolderTree } from 'lucide-react'
import type { Metadata } from 'next'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listRoutingTree, type RoutingNode } from '@/lib/routing/tree'
import { formatNumber } from '@/lib/whatsapp/number'
import { listNumberChoices } from '../form-data'
import { RoutingTabs } from '../routing-tabs'
import { TreeList } from './tree-list'
import { type TreeNode, treeQuery } from './visible-nodes'

export const metadata: Metadata = { title: 'Category tree' }

type TreePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TreePage({ searchParams }: TreePageProps) {
  await requireUser()
  const query = treeQuery.parse(await searchParams)
  const [{ locale }, tree, numbers] = await Promise.all([
    currentSettings(),
    listRoutingTree(),
    listNumberChoices(),
  ])
  const paths = new Map(tree.map(({ id, path }) => [id, path]))
  return (
    <>
      <PageHeader title="Category tree" description={describeTree(tree, locale)} />
      <RoutingTabs />
      {tree.length === 0 ? (
        <Card flush>
          <EmptyState
            icon={<FolderTree />}
            title="No categories yet"
            body="They come with your products when you import them, or add the first one by hand."
            action={
              <>
                <LinkButton href="/admin/products/import">Import products</LinkButton>
                <LinkButton href="/admin/products/categories">Add a category</LinkButton>
              </>
            }
          />
        </Card>
      ) : (
        <TreeList
          nodes={tree.map(node => toTreeNode(node, paths))}
          initial={query}
          numbers={numbers}
          locale={locale}
        />
      )}
    </>
  )
}

function describeTree(tree: RoutingNode[], locale: string): string {
  const count = (why: RoutingNode['why']) => tree.filter(node => node.why === why).length
  const [own, covered, rest] = [count('own'), count('covered'), count('default')].map(number =>
    number.toLocaleString(locale),
  )
  return `Where the orders of each category go: ${own} by a rule of their own, ${covered} by one above, ${rest} to the default number.`
}

function toTreeNode(node: RoutingNode, paths: ReadonlyMap<number, string[]>): TreeNode {
  const { id, parentId, path, depth, products, own, acting, number, why } = node
  return {
    id,
    parentId,
    path,
    depth,
    products,
    why,
    rule: own && { id: own.id, paused: own.paused, coversSubcategories: own.coversSubcategories },
    coveredBy:
      why === 'covered' && acting
        ? { ruleId: acting.ruleId, path: paths.get(acting.categoryId) ?? [] }
        : null,
    number: number && {
      formatted: formatNumber(number.digits),
      label: number.label,
      isDemo: number.isDemo,
      away: number.paused ? 'Paused' : null,
    },
  }
}
