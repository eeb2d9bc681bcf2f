import { Card } from '@/components/ui/card'

const examples = [
  ['Blue mug', 'A product, by its name, SKU or id'],
  ['12:2,34:1', 'A cart: ids and quantities, in cart order'],
  ['/go/product/12?qty=2', 'A link of yours, with or without the address in front'],
  ['https://myshop.com/product/blue-mug', 'The address of a product’s page in your shop'],
] as const

/** What can be put into the field, before anything was. */
export function Examples() {
  return (
    <Card title="What would you like to test?">
      <dl className="divide-y">
        {examples.map(([example, what]) => (
          <div
            key={example}
            className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2.5 first:pt-0 last:pb-0"
          >
            <dt className="min-w-0 sm:w-80">
              <code className="break-all rounded bg-surface-2 px-1.5 py-0.5 font-mono text-xs">
                {example}
              </code>
            </dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
