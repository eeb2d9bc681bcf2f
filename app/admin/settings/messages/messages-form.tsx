'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { useLeaveGuard } from '@/components/ui/use-leave-guard'
import type { MessageSamples, Messages } from '@/lib/settings/messages'
import { EditConflict } from '../../routing/edit-conflict'
import { useDraft } from '../../routing/use-draft'
import { type SavedState, untouched } from '../settings-state'
import { saveMessagesAction } from './actions'
import { TemplateEditor } from './template-editor'

const pages = [
  { pageType: 'product', title: 'Product', description: 'From the button on a product’s page.' },
  { pageType: 'cart', title: 'Cart', description: 'From the button on the cart.' },
  { pageType: 'checkout', title: 'Checkout', description: 'After the order was saved, with who ordered it.' },
  { pageType: 'floating', title: 'Floating button', description: 'A question, about nothing in particular.' },
] as const

type MessagesFormProps = { initial: Messages; version: string; samples: MessageSamples }

export function MessagesForm({ initial, version: loaded, samples }: MessagesFormProps) {
  const { fields, set, version, rebase, settle, changed } = useDraft({ fields: initial, version: loaded })
  const [state, submit, pending] = useActionState<SavedState<Messages>, FormData>(async (_, form) => {
    const after = await saveMessagesAction(form)
    if (after.saved) {
      settle(fields, after.saved)
      toast.success('Messages saved. The next shopper gets them.')
    } else if (after.theirs) toast.error('Not saved. Somebody else saved first: see the top of the page.')
    else toast.error('Not saved. One of the messages needs a look.')
    return after
  }, untouched)
  useLeaveGuard(() => changed)
  const conflict = state.theirs && state.theirs.version !== version ? state.theirs : null

  return (
    <ActionForm action={submit} className="space-y-6">
      <input type="hidden" name="version" value={version} />
      {conflict && (
        <EditConflict
          of="page"
          by={conflict.by}
          rows={pages.map(({ pageType, title }) => ({
            name: title,
            theirs: conflict.fields[pageType],
            mine: fields[pageType],
          }))}
          onChoose={take => rebase(conflict, take)}
        />
      )}
      {pages.map(page => (
        <TemplateEditor
          key={page.pageType}
          {...page}
          template={fields[page.pageType]}
          onChange={template => set({ [page.pageType]: template })}
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
