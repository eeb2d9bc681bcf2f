'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { PageType } from '@/lib/generated/prisma/enums'
import type { MessageContext } from '@/lib/whatsapp/message'
import { defaultTemplates, placeholdersFor } from '@/lib/whatsapp/templates'
import { MessagePreview } from './message-preview'
import { templateWarnings } from './template-warnings'

type TemplateEditorProps = {
  pageType: PageType
  title: string
  description: string
  template: string
  onChange: (template: string) => void
  digits: string
  context: MessageContext
  error: string | null
}

/** One message: its words on the left, what WhatsApp will show on the right. */
export function TemplateEditor({
  pageType,
  title,
  description,
  template,
  onChange,
  ...preview
}: TemplateEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const isDefault = template.trim() === defaultTemplates[pageType]
  const warnings = templateWarnings(template, pageType)

  const insert = (placeholder: string) => {
    const textarea = field.current
    if (!textarea) return
    textarea.focus()
    textarea.setRangeText(`{${placeholder}}`, textarea.selectionStart, textarea.selectionEnd, 'end')
    onChange(textarea.value)
  }

  return (
    <Card
      title={title}
      description={description}
      action={
        <Button
          size="sm"
          variant="ghost"
          disabled={isDefault}
          onClick={() => onChange(defaultTemplates[pageType])}
        >
          Reset to default
        </Button>
      }
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <div>
          <Field
            label={<span className="sr-only">{title} message</span>}
            error={preview.error}
            hint={
              warnings.length > 0 && (
                <ul className="space-y-1 text-amber">
                  {warnings.map(warning => (
                    <li key={warning}>{warning}</li>
                  ))}
                </ul>
              )
            }
          >
            <Textarea
              ref={field}
              name={pageType}
              dir="auto"
              rows={Math.min(16, template.split('\n').length + 2)}
              maxLength={2000}
              value={template}
              onChange={event => onChange(event.target.value)}
            />
          </Field>
          <fieldset className="mt-3">
            <legend className="mb-1.5 text-muted text-xs">Insert</legend>
            <div className="flex flex-wrap gap-1.5">
              {placeholdersFor(pageType).map(({ name, description: meaning }) => (
                <button
                  key={name}
                  type="button"
                  title={meaning}
                  onClick={() => insert(name)}
                  className="h-7 rounded-md bg-surface-2 px-2 font-mono text-xs transition-colors hover:bg-accent-soft hover:text-accent max-sm:h-10 max-sm:px-3"
                >
                  {`{${name}}`}
                </button>
              ))}
            </div>
          </fieldset>
        </div>
        <MessagePreview
          template={template}
          digits={preview.digits}
          context={preview.context}
          canGrow={pageType === 'cart' || pageType === 'checkout'}
        />
      </div>
    </Card>
  )
}
