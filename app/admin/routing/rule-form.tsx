'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { createRuleAction, updateRuleAction } from './actions'
import { type NumberChoice, NumberFields } from './number-fields'
import { type SaveState, untouched } from './save-state'

type RuleFormProps = {
  categories: Option[]
  choices: NumberChoice[]
  /** Null adds a rule. */
  rule: { id: number; version: string; categoryId: number; number: string; label: string } | null
  /** For a new rule: the category chosen on the way here. */
  category?: string
}

export function RuleForm({ categories, choices, rule, category: given = '' }: RuleFormProps) {
  const router = useRouter()
  const [category, setCategory] = useState(rule ? String(rule.categoryId) : given)
  const [refused, setRefused] = useState<string | null>(null)
  const [state, submit, pending] = useActionState(async (_: SaveState, form: FormData) => {
    setRefused(category)
    const result = await (rule ? updateRuleAction(form) : createRuleAction(form))
    if (result.ok) {
      toast.success(rule ? 'Rule saved. It is in effect.' : 'Rule added. It is in effect.')
      router.push('/admin/routing')
    }
    return result
  }, untouched)

  const stillRefused = category === refused

  return (
    <ActionForm action={submit} className="space-y-6">
      {rule && (
        <>
          <input type="hidden" name="id" value={rule.id} />
          <input type="hidden" name="version" value={rule.version} />
        </>
      )}
      {state.message && <Alert tone="red">{state.message}</Alert>}
      <div>
        <Field
          label="Category"
          error={stillRefused ? state.errors.categoryId : undefined}
          hint="For products in this very category. Products of its subcategories need rules of their own."
        >
          <Combobox
            name="categoryId"
            options={categories}
            value={category}
            onChange={setCategory}
            placeholder="Choose a category"
            searchPlaceholder="Search categories"
            emptyText="No category has this name."
          />
        </Field>
        {stillRefused && state.takenBy && (
          <Link href={`/admin/routing/${state.takenBy}`} className="mt-1 inline-block text-accent underline">
            Edit that rule instead
          </Link>
        )}
      </div>
      <NumberFields
        choices={choices}
        initial={{ number: rule?.number ?? '', label: rule?.label ?? '' }}
        errors={state.errors}
      />
      <div className="flex flex-wrap gap-2 border-t pt-5">
        <Button type="submit" variant="primary" pending={pending || state.ok}>
          {rule ? 'Save rule' : 'Add rule'}
        </Button>
        <LinkButton href="/admin/routing" variant="ghost">
          Cancel
        </LinkButton>
      </div>
    </ActionForm>
  )
}
