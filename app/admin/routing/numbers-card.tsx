import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import type { listNumbers } from '@/lib/routing/numbers'
import { formatNumber, parseNumber } from '@/lib/whatsapp/number'
import { NumberMenu } from './number-menu'

type ListedNumber = Awaited<ReturnType<typeof listNumbers>>[number]

/** Every number of the shop with what it is used for. */
export function NumbersCard({ numbers }: { numbers: ListedNumber[] }) {
  return (
    <Card
      flush
      title="Numbers"
      description="A number’s digits never change, so the history stays true. For another number, edit the rule."
    >
      <Table>
        <Thead>
          <Th>Label</Th>
          <Th>Number</Th>
          <Th>Used by</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </Thead>
        <Tbody>
          {numbers.map(number => (
            <Tr key={number.id} className="max-sm:relative">
              <Td>
                <span className="flex min-w-0 items-center gap-2 max-sm:pr-12">
                  <span
                    className={`max-w-64 truncate ${number.label ? 'font-medium' : 'text-muted'}`}
                    title={number.label}
                  >
                    {number.label || 'No label'}
                  </span>
                  {number.isDemo && <Badge tone="amber">Demo</Badge>}
                </span>
              </Td>
              <Td label="Number" className="whitespace-nowrap tabular">
                <span className="inline-flex items-center gap-2">
                  {formatNumber(number.digits)}
                  <Doubt number={number} />
                </span>
              </Td>
              <Td label="Used by">{usedBy(number)}</Td>
              <Td align="right" className="max-sm:absolute max-sm:top-1.5 max-sm:right-2">
                <NumberMenu
                  number={{ id: number.id, digits: number.digits, label: number.label }}
                  formatted={formatNumber(number.digits)}
                  inUse={number.isDefault || number.ruleCount > 0}
                />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  )
}

/** What was said while the number was typed, for as long as it is there. */
function Doubt({ number }: { number: ListedNumber }) {
  const parsed = parseNumber(number.digits)
  if (number.isDemo || !parsed.ok || !parsed.warning) return null
  return (
    <Badge tone="amber" title={parsed.warning}>
      Check this number
    </Badge>
  )
}

function usedBy({ isDefault, ruleCount }: ListedNumber) {
  const rules = ruleCount === 1 ? '1 rule' : `${ruleCount} rules`
  if (isDefault) return ruleCount > 0 ? `Default number, ${rules}` : 'Default number'
  return ruleCount > 0 ? rules : <span className="text-muted">Nothing</span>
}
