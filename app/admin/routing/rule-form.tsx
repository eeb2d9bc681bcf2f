'use client'

import { useRouter } from 'next/navigation'
import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { IntentLink } from '@/components/ui/intent-link'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { useLeaveGuard } from '@/components/ui/use-leave-guard'
import { createRuleAction, updateRuleAction } from './actions'
import { CoversSwitch } from './covers-switch'
import { type NumberChoice, NumberFields } from './number-fields'
import { RuleConflict } from './rule-conflict'
import { type RuleCategory, type RuleFields, ruleCategoryOptions } from './rule-fields'
import { type SaveState, untouched } from './save-state'
import { useDraft } from './use-draft'

type RuleFormProps = {
  categories: RuleCategory[]
  choices: NumberChoice[]
  /** What stands in the fields at first. */
  initial: RuleFields
  /** Null adds a rule. */
  rule: { id: number; version: string; paused: boolean } | null
}

export function RuleForm({ categories, choices, initial, rule }: RuleFormProps) {
  const router = useRouter()
  const { fields, set, version, rebase, changed } = useDraft({
    fields: initial,
    version: rule?.version ?? '',
  })
  const [refused, setRefused] = useState<string | null>(null)
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    setRefused(fields.categoryId)
    const result = await (rule ? updateRuleAction(form) : createRuleAction(form))
    if (result.ok) {
      toast.success(rule ? 'Rule saved. It is in effect.' : 'Rule added. It is in effect.')
      router.push('/admin/routing')
    }
    return result
  }, untouched)
  useLeaveGuard(() => changed && !state.ok)

  const stillRefused = fields.categoryId === refused
  const conflict = state.theirs && state.theirs.version !== version ? state.theirs : null

  return (
    <ActionForm action={submit} className="space-y-6">
      {rule && (
        <>
          <input type="hidden" name="id" value={rule.id} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
      {state.message && <Alert tone="red">{state.message}</Alert>}
      {conflict && (
        <RuleConflict
          theirs={conflict}
          mine={fields}
          wasPaused={rule?.paused ?? false}
          categories={categories}
          choices={choices}
          onChoose={(theirs, take) => rebase({ fields: theirs, version: conflict.version }, take)}
        />
      )}
      <div>
        <Field label="Category" error={stillRefused ? state.errors.categoryId : undefined}>
          <Combobox
            name="categoryId"
            options={ruleCategoryOptions(categories, rule?.id ?? null)}
            value={fields.categoryId}
            onChange={categoryId => set({ categoryId })}
            placeholder="Choose a category"
            searchPlaceholder="Search categories"
            emptyText="No category has this name."
          />
        </Field>
        {stillRefused && state.takenBy && (
          <IntentLink
            href={`/admin/routing/${state.takenBy}`}
            className="mt-1 inline-block text-accent underline"
          >
            Edit that rule instead
          </IntentLink>
        )}
      </div>
      <CoversSwitch
        categories={categories}
        categoryId={Number(fields.categoryId)}
        checked={fields.coversSubcategories}
        onChange={coversSubcategories => set({ coversSubcategories })}
      />
      <NumberFields
        choices={choices}
        number={fields.number}
        label={fields.label}
        onChange={set}
        errors={state.errors}
      />
      <div className="flex flex-wrap gap-2 border-t pt-5">
        <Button type="submit" variant="primary" pending={pending || state.ok}>
          {rule ? 'Save rule' : 'Add rule'}
        </Button>
        <LinkButton href="/admin/routing" variant="ghost" data-discards>
          Cancel
        </LinkButton>
      </div>
    </ActionForm>
  )
}
