'use client'

import { Archive, ExternalLink, MoreHorizontal, Pause, Pencil, Play } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'
import { toast } from '@/components/ui/toast'
import { archiveRuleAction, pauseRuleAction, resumeRuleAction } from './actions'

type RuleMenuProps = {
  rule: { id: number; category: string; digits: string; paused: boolean }
  /** Where its orders go once it no longer acts, in words: "the default number +44 …". */
  otherwise: string
}

const gone = 'This rule was archived meanwhile.'

export function RuleMenu({ rule, otherwise }: RuleMenuProps) {
  const [confirming, setConfirming] = useState(false)
  const [pending, startTransition] = useTransition()
  const { id, category } = rule

  function switchRule() {
    startTransition(async () => {
      const changed = await (rule.paused ? resumeRuleAction(id) : pauseRuleAction(id))
      if (!changed) toast.error(gone)
      else if (rule.paused) toast.success(`The rule for ${category} acts again.`)
      else toast.success(`Paused. ${category} goes to ${otherwise} meanwhile.`)
    })
  }

  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="sm" pending={pending} aria-label={`Actions for ${category}`}>
            {!pending && <MoreHorizontal aria-hidden />}
          </Button>
        }
      >
        <DropdownItem href={`/admin/routing/${id}`}>
          <Pencil aria-hidden /> Edit
        </DropdownItem>
        <DropdownItem onSelect={switchRule}>
          {rule.paused ? <Play aria-hidden /> : <Pause aria-hidden />} {rule.paused ? 'Resume' : 'Pause'}
        </DropdownItem>
        <DropdownItem href={`https://wa.me/${rule.digits}`} external>
          <ExternalLink aria-hidden /> Open in WhatsApp
        </DropdownItem>
        <DropdownSeparator />
        <DropdownItem danger onSelect={() => setConfirming(true)}>
          <Archive aria-hidden /> Archive
        </DropdownItem>
      </DropdownMenu>
      <ConfirmDialog
        title={`Archive the rule for ${category}?`}
        body={
          <>
            Orders for {category} will go to {otherwise} from now on, unless another rule of the product
            applies. The history keeps its names.
          </>
        }
        confirmLabel="Archive rule"
        open={confirming}
        onOpenChange={setConfirming}
        action={async () => {
          const archived = await archiveRuleAction(id)
          toast.success(archived ? `The rule for ${category} is archived.` : gone)
        }}
      />
    </>
  )
}
