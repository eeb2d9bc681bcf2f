import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Suspense } from 'react'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import {
  findingNumbers,
  findingPlaces,
  findingProducts,
  findingRouting,
  findingUncounted,
} from '@/lib/clicks/findings'
import { listNumberShares } from '@/lib/clicks/number-shares'
import { getRoutingHealth } from '@/lib/clicks/routing-health'
import { rankProducts } from '@/lib/clicks/top-products'
import { getUncounted } from '@/lib/clicks/uncounted'
import { type Tab, tabs } from './layout-names'
import { numberTitle } from './number-title'
import type { PanelProps } from './read-view'
import { summaryOf } from './summary-of'
import { viewHref } from './view'

type Finding = { question: string; tab: Tab; find: (panel: PanelProps) => Promise<string> }

const findings: Finding[] = [
  {
    question: 'Which products are asked for?',
    tab: 'products',
    find: async panel => findingProducts(await rankProducts({ ...ask(panel), limit: 1 }), panel.locale),
  },
  {
    question: 'Where are the buttons?',
    tab: 'times',
    find: async panel => findingPlaces(await summaryOf(panel), panel.locale),
  },
  {
    question: 'Who gets the orders?',
    tab: 'routing',
    find: async panel => findingNumbers(await listNumberShares(ask(panel)), numberTitle, panel.locale),
  },
  {
    question: 'Is routing right?',
    tab: 'routing',
    find: async panel =>
      findingRouting(await getRoutingHealth({ ...ask(panel), productsPerReason: 0 }), panel.locale),
  },
  {
    question: 'What was not counted?',
    tab: 'counting',
    find: async panel => findingUncounted(await getUncounted(ask(panel)), panel.locale),
  },
]

const ask = ({ view, timeZone, now }: PanelProps) => ({ filters: view.filters, timeZone, now })

/**
 * Each question's answer in a sentence, and the way to the figures behind it. The answers come at once: one change to draw,
 * not five.
 */
export function FindingsPanel(panel: PanelProps) {
  return (
    <Card title="At a glance" flush>
      <ul className="divide-y pb-1">
        <Suspense fallback={<Findings panel={panel} />}>
          <Answers {...panel} />
        </Suspense>
      </ul>
    </Card>
  )
}

async function Answers(panel: PanelProps) {
  return <Findings panel={panel} answers={await Promise.all(findings.map(({ find }) => find(panel)))} />
}

function Findings({ panel, answers }: { panel: PanelProps; answers?: string[] }) {
  return findings.map(({ question, tab }, index) => (
    <li key={question}>
      <Link
        href={viewHref(panel.view, { tab })}
        prefetch={false}
        title={tabs[tab].label}
        className="flex items-center gap-3 px-5 py-2.5 transition-colors hover:bg-surface-2/50 focus-visible:-outline-offset-2 max-sm:px-4"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-muted text-xs">{question}</span>
          {answers ? (
            <span className="block text-pretty">{answers[index]}</span>
          ) : (
            <Skeleton className="my-1 h-4 w-full" />
          )}
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
      </Link>
    </li>
  ))
}
