'use client'

import { Archive, Pause, Play, Send, X } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { archiveRulesAction, pauseRulesAction, resumeRulesAction } from './actions'
import { AssignNumberDialog } from './assign-number-dialog'
import type { NumberChoice } from './number-fields'
import type { RuleRow } from './rules-filter'

type SelectedRulesProps = {
  rules: RuleRow[]
  /** How many of them the filters hide. */
  hidden: number
  numbers: NumberChoice[]
  otherwise: string
  onDone: () => void
}

/** What can be done with all the selected rules at once. */
export function SelectedRules({ rules, hidden, numbers, otherwise, onDone }: SelectedRulesProps) {
  const [open, setOpen] = useState<'assign' | 'archive' | null>(null)
  const [pending, startTransition] = useTransition()
  const ids = rules.map(({ id }) => id)
  const paused = rules.filter(rule => rule.paused).length
  const words = countRules(rules.length)

  function run(change: (ids: number[]) => Promise<number>, done: (count: number) => string) {
    startTransition(async () => {
      toast.success(done(await change(ids)))
      onDone()
    })
  }

  if (rules.length === 0) return null
  return (
    <section
      aria-label="Selected rules"
      className="sticky bottom-4 z-20 mt-4 flex animate-rise-in flex-wrap items-center gap-2 rounded-lg bg-surface px-4 py-3 shadow-float max-lg:bottom-20"
    >
      <p aria-live="polite" className="mr-auto font-medium">
        {words} selected
        {hidden > 0 && <span className="font-normal text-muted">, {hidden.toLocaleString()} not shown</span>}
      </p>
      <Button
        size="sm"
        variant="ghost"
        aria-label="Clear the selection"
        className="sm:order-last"
        onClick={onDone}
      >
        <X aria-hidden />
      </Button>
      <div className="flex flex-wrap gap-2 max-sm:basis-full">
        <Button size="sm" onClick={() => setOpen('assign')}>
          <Send aria-hidden /> Send to…
        </Button>
        {paused < rules.length && (
          <Button
            size="sm"
            pending={pending}
            onClick={() => run(pauseRulesAction, count => `${countRules(count)} paused.`)}
          >
            <Pause aria-hidden /> Pause
          </Button>
        )}
        {paused > 0 && (
          <Button
            size="sm"
            pending={pending}
            onClick={() => run(resumeRulesAction, count => `${countRules(count)} resumed.`)}
          >
            <Play aria-hidden /> Resume
          </Button>
        )}
        <Button size="sm" variant="danger" onClick={() => setOpen('archive')}>
          <Archive aria-hidden /> Archive
        </Button>
      </div>
      <AssignNumberDialog
        categoryIds={rules.map(({ categoryId }) => categoryId)}
        numbers={numbers}
        open={open === 'assign'}
        onOpenChange={isOpen => !isOpen && setOpen(null)}
        onDone={onDone}
      />
      <ConfirmDialog
        title={`Archive ${words}?`}
        body={`Orders for these categories will go to ${otherwise} from now on, unless another rule of the product applies. The history keeps their names.`}
        confirmLabel={`Archive ${words}`}
        open={open === 'archive'}
        onOpenChange={isOpen => !isOpen && setOpen(null)}
        action={async () => {
          toast.success(`${countRules(await archiveRulesAction(ids))} archived.`)
          onDone()
        }}
      />
    </section>
  )
}

function countRules(count: number): string {
  return count === 1 ? '1 rule' : `${count.toLocaleString()} rules`
}
