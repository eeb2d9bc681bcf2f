import type { PreviewRow } from '@/app/admin/products/import/[id]/preview-list'
import type { RulesPreview } from '@/lib/routing/rules-file/import-rules'
import type { PlannedRule, RulesPlan } from '@/lib/routing/rules-file/plan'
import { formatNumber } from '@/lib/whatsapp/number'

/** What an import would do, as the screen shows it. */
export type Preview = {
  fingerprint: string
  adds: PreviewRow[]
  changes: PreviewRow[]
  unchanged: number
  newNumbers: PreviewRow[]
  newLabels: PreviewRow[]
  bad: PreviewRow[]
}

/** What the screen is told: a preview, or one sentence why there is none. */
export type PreviewState = { ok: true; preview: Preview } | { ok: false; message: string }

export function presentPreview(result: RulesPreview): PreviewState {
  if (!result.ok) return result
  const { plan, fingerprint } = result
  return {
    ok: true,
    preview: {
      fingerprint,
      adds: plan.adds.map(rule => lineOf(rule, plan)),
      changes: plan.changes.map(rule => lineOf(rule, plan)),
      unchanged: plan.unchanged,
      newNumbers: plan.numbers
        .filter(({ from }) => from === null)
        .map(({ digits, label }) => ({
          line: null,
          name: formatNumber(digits),
          detail: label || 'No label',
        })),
      newLabels: plan.numbers.flatMap(({ digits, label, from }) =>
        from !== null && from !== label
          ? [{ line: null, name: formatNumber(digits), detail: `${from || 'No label'} → ${label}` }]
          : [],
      ),
      bad: plan.bad.map(({ line, text, reason }) => ({ line, name: text, detail: reason })),
    },
  }
}

function lineOf(rule: PlannedRule, { numbers }: RulesPlan): PreviewRow {
  const label = numbers.find(({ digits }) => digits === rule.digits)?.label
  const to = [label, formatNumber(rule.digits)].filter(Boolean).join(' · ')
  const facts =
    rule.ruleId === null
      ? [to, rule.coversSubcategories && 'covers its subcategories', rule.paused && 'paused']
      : rule.changes.map(change => (change === 'number' ? `now ${to}` : change))
  return { line: rule.line, name: rule.path.join(' › '), detail: facts.filter(Boolean).join(', ') }
}
