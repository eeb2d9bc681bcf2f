'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import type { ButtonSize, ButtonVariant } from './button-style'

type CopyButtonProps = {
  value: string
  /** What is copied, for the screen reader and, unless `iconOnly`, on the button. */
  label?: string
  iconOnly?: boolean
  variant?: ButtonVariant
  size?: ButtonSize
}

export function CopyButton({
  value,
  label = 'Copy',
  iconOnly = false,
  variant = 'ghost',
  size = 'sm',
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1_500)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <Button
      variant={variant}
      size={size}
      title={label}
      aria-label={copied ? 'Copied' : label}
      onClick={async () => setCopied(await copy(value))}
    >
      {copied ? <Check aria-hidden className="text-green" /> : <Copy aria-hidden />}
      {!iconOnly && <span aria-live="polite">{copied ? 'Copied' : label}</span>}
    </Button>
  )
}

/** The clipboard API is missing on plain http (a shop's own network): there the old command still works. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => copyBySelection(text),
    )
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
