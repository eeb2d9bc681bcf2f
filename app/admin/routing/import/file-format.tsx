import { Card } from '@/components/ui/card'
import { headings } from '@/lib/routing/rules-file/cells'

const columns = [
  {
    name: headings.category,
    means:
      'The path, as in Clothing > Shoes. One name is enough where no other category has it; where two have the same path, its id stands behind it: Clothing > Shoes #12.',
  },
  {
    name: headings.number,
    means: 'The WhatsApp number with its country code. One that is not on the list yet is added.',
  },
  { name: headings.label, means: 'Who answers there. Empty: the number keeps its label.' },
  { name: headings.covers, means: 'yes or no. Without the column, rules stay as they are.' },
  { name: headings.paused, means: 'yes or no. Without the column, rules stay as they are.' },
]

/** What the file holds. An exported one is the quickest start. */
export function FileFormat() {
  return (
    <Card
      title="What the file holds"
      description="Export the rules, change the file in a spreadsheet and import it again. Rules that it does not name stay as they are."
    >
      <dl className="space-y-2">
        {columns.map(({ name, means }) => (
          <div key={name} className="sm:flex sm:gap-4">
            <dt className="font-medium sm:w-48 sm:shrink-0">{name}</dt>
            <dd className="text-muted">{means}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
