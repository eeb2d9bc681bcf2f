import type { PreviewRow } from '@/app/admin/products/import/[id]/preview-list'
import type { RulesPreview } from '@/lib/routing/rules-file/import-rules'
import type { PlannedRule } from '@/lib/routing/rules-file/plan'
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
  const labels = new Map(plan.numbers.map(({ digits, label }) => [digits, label]))
  return {
    ok: true,
    preview: {
      fingerprint,
      adds: plan.adds.map(rule => lineOf(rule, labels)),
      changes: plan.changes.map(rule => lineOf(rule, labels)),
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

function lineOf(rule: PlannedRule, labels: ReadonlyMap<string, string>): PreviewRow {
  const to = [labels.get(rule.digits), formatNumber(rule.digits)].filter(Boolean).join(' · ')
  const facts =
    rule.ruleId === null
      ? [to, rule.coversSubcategories && 'covers its subcategories', rule.paused && 'paused']
      : rule.changes.map(change => (change === 'number' ? `now ${to}` : change))
  return { line: rule.line, name: rule.path.join(' › '), detail: facts.filter(Boolean).join(', ') }
}
