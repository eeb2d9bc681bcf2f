import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import type { ListedRule } from '@/lib/routing/rules'
import { NumberText } from './number-text'
import { RuleClicks } from './rule-clicks'
import { RuleMenu } from './rule-menu'

type RulesTableProps = {
  rules: ListedRule[]
  /** Products each rule decides, by rule id. */
  products: ReadonlyMap<number, number>
  /** Where an order goes without a rule, in words. */
  otherwise: string
  locale: string
}

export function RulesTable({ rules, products, otherwise, locale }: RulesTableProps) {
  return (
    <Table>
      <Thead>
        <Th>Category</Th>
        <Th>Sends orders to</Th>
        <Th align="right">Products</Th>
        <Th align="right">Clicks, 30 days</Th>
        <Th>Status</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </Thead>
      <Tbody>
        {rules.map(rule => (
          <Tr key={rule.id} className="max-sm:relative">
            <Td>
              <CategoryPath id={rule.id} path={rule.path} />
            </Td>
            <Td label="Sends orders to">
              <NumberText number={rule.number} />
            </Td>
            <Td label="Products" align="right">
              {rule.state === 'active' ? (products.get(rule.id) ?? 0).toLocaleString(locale) : '–'}
            </Td>
            <Td label="Clicks, 30 days" align="right">
              <RuleClicks ruleId={rule.id} locale={locale} />
            </Td>
            <Td label="Status">
              <RuleState state={rule.state} />
            </Td>
            <Td align="right" className="max-sm:absolute max-sm:top-2 max-sm:right-2">
              <RuleMenu
                rule={{
                  id: rule.id,
                  category: rule.category.name,
                  digits: rule.number.digits,
                  paused: rule.pausedAt !== null,
                }}
                otherwise={otherwise}
              />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

function CategoryPath({ id, path }: { id: number; path: string[] }) {
  const name = path.at(-1)
  const parents = path.slice(0, -1).join(' › ')
  return (
    <Link
      href={`/admin/routing/${id}`}
      title={path.join(' › ')}
      className="group block max-w-72 max-sm:max-w-full max-sm:pr-12"
    >
      {parents && <span className="block truncate text-muted text-xs">{parents}</span>}
      <span className="block truncate font-medium underline-offset-4 group-hover:underline">{name}</span>
    </Link>
  )
}

function RuleState({ state }: { state: ListedRule['state'] }) {
  if (state === 'active') return <Badge tone="green">Active</Badge>
  if (state === 'paused') return <Badge title="Orders go elsewhere until it is resumed">Paused</Badge>
  return (
    <Badge
      tone="amber"
      title="The category is archived, so this rule no longer acts. Restore the category or archive the rule."
    >
      Category archived
    </Badge>
  )
}
