'use client'

import { type ReactNode, useActionState, useState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { Option } from '@/components/ui/combobox-filter'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { saveCategoryAction } from './actions'
import { type CategoryState, untouched } from './category-state'

type CategoryDialogProps = {
  /** Null adds a category. */
  category: { id: number; name: string } | null
  parentId: number | null
  /** Categories it can stand below. */
  parents: Option[]
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

export function CategoryDialog({
  category,
  parentId,
  parents,
  trigger,
  open,
  onOpenChange,
}: CategoryDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false)
  const change = onOpenChange ?? setOwnOpen
  return (
    <Dialog
      title={category ? `Rename or move ${category.name}` : 'Add category'}
      description={category ? 'Its products, its rule and the categories below stay with it.' : undefined}
      trigger={trigger}
      open={open ?? ownOpen}
      onOpenChange={change}
    >
      <CategoryForm category={category} parentId={parentId} parents={parents} onSaved={() => change(false)} />
    </Dialog>
  )
}

type CategoryFormProps = Pick<CategoryDialogProps, 'category' | 'parentId' | 'parents'> & {
  onSaved: () => void
}

function CategoryForm({ category, parentId, parents, onSaved }: CategoryFormProps) {
  const [state, submit, pending] = useActionState(async (_: CategoryState, form: FormData) => {
    const result = await saveCategoryAction(form)
    if (result.ok) {
      toast.success(category ? 'Category saved.' : 'Category added.')
      onSaved()
    }
    return result
  }, untouched)
  return (
    <ActionForm action={submit} className="space-y-5">
      {category && <input type="hidden" name="id" value={category.id} />}
      <Field label="Name" error={state.errors.name}>
        <Input name="name" defaultValue={category?.name ?? ''} maxLength={200} autoComplete="off" required />
      </Field>
      <Field label="Below" error={state.errors.parentId}>
        <Combobox
          name="parentId"
          defaultValue={parentId === null ? '' : String(parentId)}
          options={[{ value: '', label: 'Top level' }, ...parents]}
          searchPlaceholder="Search categories"
        />
      </Field>
      <div className="flex justify-end gap-2 pt-1 max-sm:flex-col-reverse">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          {category ? 'Save category' : 'Add category'}
        </Button>
      </div>
    </ActionForm>
  )
}
