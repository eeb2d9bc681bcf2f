'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { MessageSamples, Messages } from '@/lib/settings/messages'
import { type SettingsState, untouched } from '../settings-state'
import { saveMessagesAction } from './actions'
import { TemplateEditor } from './template-editor'

const pages = [
  { pageType: 'product', title: 'Product', description: 'From the button on a product’s page.' },
  { pageType: 'cart', title: 'Cart', description: 'From the button on the cart.' },
  { pageType: 'checkout', title: 'Checkout', description: 'After the order was saved, with who ordered it.' },
  { pageType: 'floating', title: 'Floating button', description: 'A question, about nothing in particular.' },
] as const

export function MessagesForm({ initial, samples }: { initial: Messages; samples: MessageSamples }) {
  const [state, submit, pending] = useActionState(async (before: SettingsState, form: FormData) => {
    const after = await saveMessagesAction(before, form)
    if (after.ok) toast.success('Messages saved. The next shopper gets them.')
    else toast.error('Not saved. One of the messages needs a look.')
    return after
  }, untouched)

  return (
    <ActionForm action={submit} className="space-y-6">
      {pages.map(page => (
        <TemplateEditor
          key={page.pageType}
          {...page}
          initial={initial[page.pageType]}
          digits={samples.digits}
          context={samples.contexts[page.pageType]}
          error={state.errors[page.pageType] ?? null}
        />
      ))}
      <div className="sticky bottom-0 z-10 -mx-4 flex justify-end border-t bg-background/90 px-4 py-3 backdrop-blur max-lg:bottom-[calc(3.75rem+env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8">
        <Button type="submit" variant="primary" pending={pending}>
          Save messages
        </Button>
      </div>
    </ActionForm>
  )
}
