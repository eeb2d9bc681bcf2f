'use client'

import { ExternalLink } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ParsedNumber } from '@/lib/whatsapp/number'

/** A number to pick instead of typing: `formatted` is what stands in the field then. */
export type NumberChoice = { digits: string; formatted: string; label: string }

type NumberFieldsProps = {
  choices: NumberChoice[]
  initial: { number: string; label: string }
  errors: Record<string, string | undefined>
}

/** A WhatsApp number, checked as it is typed, and the label it is known by. Fields `number` and `label`. */
export function NumberFields({ choices, initial, errors }: NumberFieldsProps) {
  const [number, setNumber] = useState(initial.number)
  const [label, setLabel] = useState(initial.label)
  const [left, setLeft] = useState(initial.number !== '')
  const parsed = useParsedNumber(number)
  const digits = parsed?.ok ? parsed.digits : null
  // While somebody is still typing a first number, "too short" would only nag.
  const problem = parsed && !parsed.ok && left ? parsed.message : undefined

  const kept = label.trim() === '' && choices.find(choice => choice.digits === digits)?.label

  function change(text: string) {
    setNumber(text)
    const known = choices.find(choice => choice.digits === text.replace(/\D/g, ''))
    if (known) setLabel(known.label)
  }

  return (
    <>
      <div>
        <Field
          label="WhatsApp number"
          error={problem ?? (parsed?.ok ? undefined : errors.number)}
          hint={<NumberPreview parsed={parsed} />}
        >
          <Input
            name="number"
            type="tel"
            inputMode="tel"
            autoComplete="off"
            placeholder="+44 7700 900123"
            maxLength={60}
            value={number}
            onChange={event => change(event.target.value)}
            onBlur={() => setLeft(number !== '')}
          />
        </Field>
        <Choices choices={choices} digits={digits} onChoose={change} />
      </div>
      <Field
        label="Label"
        note="optional"
        error={errors.label}
        hint={
          kept
            ? `Left empty, the number keeps its label “${kept}”.`
            : 'Who answers there, for example “Ana, Shoes”. It belongs to the number and shows wherever the number is used.'
        }
      >
        <Input
          name="label"
          maxLength={80}
          autoComplete="off"
          value={label}
          onChange={event => setLabel(event.target.value)}
        />
      </Field>
    </>
  )
}

function NumberPreview({ parsed }: { parsed: ParsedNumber | null }) {
  if (!parsed?.ok) return <>In international format: country code first, as in +55 11 98888-7777.</>
  return (
    <div aria-live="polite" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        <span className="font-medium text-text tabular">{parsed.formatted}</span>
        {parsed.country && ` · ${parsed.country}`}
      </span>
      <a
        href={`https://wa.me/${parsed.digits}`}
        target="_blank"
        rel="noopener nofollow"
        className="inline-flex items-center gap-1 text-accent underline-offset-4 hover:underline"
      >
        Open in WhatsApp <ExternalLink aria-hidden className="size-3.5" />
      </a>
      {parsed.warning && <span className="basis-full text-amber">{parsed.warning}</span>}
    </div>
  )
}

type ChoicesProps = { choices: NumberChoice[]; digits: string | null; onChoose: (formatted: string) => void }

function Choices({ choices, digits, onChoose }: ChoicesProps) {
  if (choices.length === 0) return null
  return (
    <fieldset className="mt-3 min-w-0">
      <legend className="mb-1.5 text-muted text-xs">Or one you already use</legend>
      <div className="-mx-1 flex max-h-48 flex-wrap gap-1.5 overflow-y-auto p-1">
        {choices.map(choice => (
          <button
            key={choice.digits}
            type="button"
            aria-pressed={choice.digits === digits}
            onClick={() => onChoose(choice.formatted)}
            className="inline-flex h-8 max-w-full items-center gap-2 rounded-md border bg-surface px-2.5 text-xs transition-colors hover:bg-surface-2 aria-pressed:border-accent aria-pressed:bg-accent-soft max-sm:h-10"
          >
            {choice.label && <span className="truncate font-medium">{choice.label}</span>}
            <span className="whitespace-nowrap text-muted tabular">{choice.formatted}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}

/** Null while the field is empty or the phone number rules (about 30 kB) are still on their way. */
function useParsedNumber(text: string): ParsedNumber | null {
  const [parsed, setParsed] = useState<{ text: string; result: ParsedNumber } | null>(null)
  useEffect(() => {
    let current = true
    if (text.trim() !== '') {
      import('@/lib/whatsapp/number').then(({ parseNumber }) => {
        if (current) setParsed({ text, result: parseNumber(text) })
      })
    }
    return () => {
      current = false
    }
  }, [text])
  return text.trim() === '' ? null : (parsed?.result ?? null)
}
