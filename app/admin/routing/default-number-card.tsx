import { Card } from '@/components/ui/card'
import { DefaultNumberButton } from './default-number'
import type { NumberChoice } from './number-fields'
import { NumberText } from './number-text'

type DefaultNumberCardProps = {
  number: { formatted: string; label: string; isDemo: boolean; away?: string | null } | null
  choices: NumberChoice[]
}

export function DefaultNumberCard({ number, choices }: DefaultNumberCardProps) {
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0">
          <h2 className="mb-1 text-muted">Default number</h2>
          {number ? (
            <NumberText number={number} />
          ) : (
            <p className="font-medium text-red">Not set: orders without a rule reach nobody</p>
          )}
        </div>
        <DefaultNumberButton choices={choices} current={number} />
      </div>
    </Card>
  )
}
