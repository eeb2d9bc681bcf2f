import { ExternalLink } from 'lucide-react'
import type { ParsedNumber } from '@/lib/whatsapp/number'

type NumberPreviewProps = {
  parsed: ParsedNumber | null
  /** The number of the list it is. */
  known: { label: string; ruleCount: number } | null
  /** One of the demo's numbers, which belong to nobody on purpose: no doubts about it. */
  isDemo: boolean
  hasChoices: boolean
}

/** How the number is read, where it is, and a way to try it. */
export function NumberPreview({ parsed, known, isDemo, hasChoices }: NumberPreviewProps) {
  if (!parsed?.ok) {
    return hasChoices ? (
      <>Choose one by its name or digits, or type a new one, country code first.</>
    ) : (
      <>In international format: country code first, as in +55 11 98888-7777.</>
    )
  }
  return (
    <div aria-live="polite" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {known?.label && (
          <span className="font-medium text-text">
            <bdi>{known.label}</bdi> ·{' '}
          </span>
        )}
        <span className="font-medium text-text tabular">{parsed.formatted}</span>
        {parsed.country && ` · ${parsed.country}`}
        {known && ` · ${usedBy(known.ruleCount)}`}
        {!known && hasChoices && ' · new'}
      </span>
      <a
        href={`https://wa.me/${parsed.digits}`}
        target="_blank"
        rel="noopener nofollow"
        className="inline-flex items-center gap-1 text-accent underline-offset-4 hover:underline"
      >
        Open in WhatsApp <ExternalLink aria-hidden className="size-3.5" />
      </a>
      {parsed.warning && !isDemo && <span className="basis-full text-amber">{parsed.warning}</span>}
    </div>
  )
}

function usedBy(rules: number): string {
  if (rules === 0) return 'in no rule yet'
  return rules === 1 ? 'in 1 rule' : `in ${rules.toLocaleString()} rules`
}
