'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useActionState, useRef } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { useLeaveGuard } from '@/components/ui/use-leave-guard'
import { createProductAction, updateProductAction } from './actions'
import { type ProductState, untouched } from './product-state'

type EditableProduct = {
  id: number
  version: string
  name: string
  sku: string | null
  variation: string | null
  price: string | null
  currency: string | null
  url: string | null
  imageUrl: string | null
}

type ProductFormProps = {
  /** Null adds a product. */
  product: EditableProduct | null
  /** The product a variation belongs to. */
  parent: { id: number; name: string } | null
  storeCurrency: string
  /** The choice of categories of a new product; one that is there has a place of its own for them. */
  categories?: ReactNode
}

export function ProductForm({ product, parent, storeCurrency, categories }: ProductFormProps) {
  const router = useRouter()
  const typed = useRef(false)
  useLeaveGuard(() => typed.current)
  const [state, submit, pending] = useActionState(async (_: ProductState, form: FormData) => {
    const result = await (product ? updateProductAction(form) : createProductAction(form))
    if (result.ok) {
      typed.current = false
      toast.success(product ? 'Product saved. It is in effect.' : 'Product added. Its link works now.')
      router.push(`/admin/products/${result.id}`)
      router.refresh()
    }
    return result
  }, untouched)
  const { errors } = state

  return (
    <ActionForm
      action={submit}
      onInput={() => {
        typed.current = true
      }}
      className="space-y-5"
    >
      {state.message && <Alert tone="red">{state.message}</Alert>}
      {product && <input type="hidden" name="id" value={product.id} />}
      {product && <input type="hidden" name="version" value={product.version} />}
      {!product && parent && <input type="hidden" name="parentId" value={parent.id} />}
      {errors.parentId && <Alert tone="red">{errors.parentId}</Alert>}
      {!product && (
        <Field
          label="ID in your store"
          error={errors.id}
          hint="The number WooCommerce shows in the product list. The redirect link is made of it, and it can’t be changed later."
        >
          <Input
            name="id"
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
            required
            className="sm:max-w-56"
          />
        </Field>
      )}
      <Field label="Name" error={errors.name}>
        <Input name="name" defaultValue={product?.name ?? ''} maxLength={500} autoComplete="off" required />
      </Field>
      {parent && (
        <Field
          label="Variation"
          note="optional"
          error={errors.variation}
          hint="What tells it from its siblings, for example “Blue, Large”."
        >
          <Input
            name="variation"
            defaultValue={product?.variation ?? ''}
            maxLength={300}
            autoComplete="off"
          />
        </Field>
      )}
      <div className="grid gap-5 sm:grid-cols-[1fr_1fr_8rem]">
        <Field label="SKU" note="optional" error={errors.sku}>
          <Input name="sku" defaultValue={product?.sku ?? ''} maxLength={120} autoComplete="off" />
        </Field>
        <Field label="Price" note="optional" error={errors.price}>
          <Input
            name="price"
            inputMode="decimal"
            placeholder="19.90"
            defaultValue={product?.price ?? ''}
            autoComplete="off"
          />
        </Field>
        <Field label="Currency" error={errors.currency}>
          <Input
            name="currency"
            placeholder={storeCurrency}
            defaultValue={product?.currency ?? ''}
            maxLength={3}
            autoComplete="off"
            className="uppercase placeholder:normal-case"
          />
        </Field>
      </div>
      <Field label="Product page" note="optional" error={errors.url} hint="Can be part of the order message.">
        <Input
          name="url"
          type="url"
          placeholder="https://"
          defaultValue={product?.url ?? ''}
          maxLength={2000}
        />
      </Field>
      <Field
        label="Image"
        note="optional"
        error={errors.imageUrl}
        hint="Its address; shown here and in the demo store."
      >
        <Input
          name="imageUrl"
          type="url"
          placeholder="https://"
          defaultValue={product?.imageUrl ?? ''}
          maxLength={2000}
        />
      </Field>
      {!parent && categories && (
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium">Categories</legend>
          <p className="mb-2 text-muted">
            Tried from the top: the first with a rule decides where orders go.
          </p>
          {categories}
        </fieldset>
      )}
      <div className="flex flex-wrap gap-2 border-t pt-5">
        <Button type="submit" variant="primary" pending={pending}>
          {product ? 'Save product' : 'Add product'}
        </Button>
        <LinkButton
          href={parent ? `/admin/products/${parent.id}` : '/admin/products'}
          variant="ghost"
          data-discards
        >
          Cancel
        </LinkButton>
      </div>
    </ActionForm>
  )
}
