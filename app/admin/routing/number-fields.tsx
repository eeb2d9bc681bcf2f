'use client'

import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SuggestInput } from '@/components/ui/suggest-input'
import type { ParsedNumber } from '@/lib/whatsapp/number'
import { NumberPreview } from './number-preview'
import { useLeft } from './use-left'

/** A number to pick instead of typing: `formatted` is what stands in the field then. */
export type NumberChoice = {
  id: number
  digits: string
  formatted: string
  label: string
  ruleCount: number
  isDemo: boolean
}

type NumberFieldsProps = {
  choices: NumberChoice[]
  number: string
  label: string
  onChange: (next: { number: string } | { label: string }) => void
  errors: Record<string, string | undefined>
}

/**
 * Which number: one of the list, found by its name or digits, or a new one as it is typed, with its label.
 * Fields `number` and, for a new one, `label`.
 */
export function NumberFields({ choices, number, label, onChange, errors }: NumberFieldsProps) {
  const { left, onBlur } = useLeft(number)
  const parsed = useParsedNumber(number)
  const digits = parsed?.ok ? parsed.digits : number.replace(/\D/g, '')
  const known = parsed && !parsed.ok ? undefined : choices.find(choice => choice.digits === digits)
  const problem = parsed && !parsed.ok && left ? parsed.message : undefined

  return (
    <>
      <Field
        label="WhatsApp number"
        error={problem ?? (parsed?.ok ? undefined : errors.number)}
        hint={
          <NumberPreview
            parsed={parsed}
            known={known ?? null}
            isDemo={known?.isDemo ?? false}
            hasChoices={choices.length > 0}
          />
        }
      >
        <SuggestInput
          name="number"
          inputMode="text"
          placeholder={choices.length > 0 ? 'A name, or +44 7700 900123' : '+44 7700 900123'}
          maxLength={60}
          value={number}
          onChange={text => onChange({ number: text })}
          options={choices.map(optionOf)}
          onChoose={option => onChange({ number: option.hint ?? option.label })}
          onBlur={onBlur}
        />
      </Field>
      {!known && (
        <Field
          label="Label"
          note="optional"
          error={errors.label}
          hint="Who answers there, for example “Ana, Shoes”. It belongs to the number and shows wherever the number is used."
        >
          <Input
            name="label"
            maxLength={80}
            autoComplete="off"
            value={label}
            onChange={event => onChange({ label: event.target.value })}
          />
        </Field>
      )}
    </>
  )
}

function optionOf({ id, digits, formatted, label }: NumberChoice) {
  return label
    ? { value: String(id), label, hint: formatted, keywords: digits }
    : { value: String(id), label: formatted, keywords: digits }
}

/** Null while the field is empty or the phone number rules (about 30 kB) are still on their way. */
export function useParsedNumber(text: string): ParsedNumber | null {
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
