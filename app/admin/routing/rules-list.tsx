'use client'

import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { NumberChoice } from './number-fields'
import { filterRules, type RuleRow, type RulesQuery, rulesHref, rulesQuery } from './rules-filter'
import { RulesFilter } from './rules-filter-bar'
import { RulesTable } from './rules-table'
import { SelectedRules } from './selected-rules'
import { useAddressState } from './use-address-state'

type RulesListProps = {
  rules: RuleRow[]
  initial: RulesQuery
  /** Counted clicks of 30 days by rule id; counting them can take a moment, so the list does not wait. */
  clicks: Promise<ReadonlyMap<number, number>>
  numbers: NumberChoice[]
  /** Where an order goes without a rule, in words. */
  otherwise: string
  locale: string
}

/** A table of hundreds would be slow to draw, and nobody reads one. */
const page = 100

const none: ReadonlySet<number> = new Set()

export function RulesList({ rules, initial, clicks, numbers, otherwise, locale }: RulesListProps) {
  const [query, setQuery] = useAddressState({ initial, href: rulesHref, parse: rulesQuery.parse })
  const [chosen, setChosen] = useState(none)
  const [most, setMost] = useState(page)
  const found = filterRules(rules, query)
  const shown = found.slice(0, most)
  const selected = rules.filter(rule => chosen.has(rule.id))

  function choose(ids: readonly number[], on: boolean) {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setChosen(next)
  }

  return (
    <>
      <RulesFilter
        query={query}
        numbers={numbers}
        onChange={next => {
          setQuery(next)
          setMost(page)
        }}
      />
      <Card flush>
        {found.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title="No rule found"
            body={query.q ? `Nothing matches “${query.q}”.` : 'No rule fits these filters.'}
            action={<Button onClick={() => setQuery(rulesQuery.parse({}))}>Show all rules</Button>}
          />
        ) : (
          <RulesTable
            rules={shown}
            all={found}
            chosen={chosen}
            onChoose={choose}
            clicks={clicks}
            otherwise={otherwise}
            locale={locale}
          />
        )}
        {found.length > shown.length && (
          <div className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3">
            <span className="text-muted tabular">
              {shown.length.toLocaleString(locale)} of {found.length.toLocaleString(locale)} rules
            </span>
            <Button size="sm" onClick={() => setMost(most + page)}>
              Show {Math.min(page, found.length - shown.length).toLocaleString(locale)} more
            </Button>
          </div>
        )}
      </Card>
      <SelectedRules
        rules={selected}
        hidden={selected.filter(rule => !found.includes(rule)).length}
        numbers={numbers}
        otherwise={otherwise}
        onDone={() => setChosen(none)}
      />
    </>
  )
}
