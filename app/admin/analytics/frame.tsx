import type { ReactNode } from 'react'
import { currentSettings } from '@/app/current-settings'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { TabsNav } from '@/components/ui/tabs-nav'
import { loadFilterChoices } from './filter-choices'
import { Filters } from './filters'
import { type Tab, tabs } from './layout-names'
import { type AnalyticsView, viewHref } from './view'

type FrameProps = {
  tab: Tab
  view: AnalyticsView
  problems: string[]
  /** The main action, top right. */
  action?: ReactNode
  children: ReactNode
}

const names: Tab[] = ['overview', 'products', 'times', 'routing', 'counting']

/** What every screen of the analytics has around its panels: title, tabs, and the filters they share. */
export async function Frame({ tab, view, problems, action, children }: FrameProps) {
  const [{ locale }, choices] = await Promise.all([currentSettings(), loadFilterChoices(view.filters)])
  return (
    <>
      <PageHeader
        title="Analytics"
        // A phone has no room to spare above the figures.
        description={
          <span className="max-sm:hidden">
            Every press of a WhatsApp button: where it went, and why. Only people count.
          </span>
        }
        action={action}
      />
      <TabsNav
        label="Analytics"
        tabs={names.map(name => ({ href: viewHref(view, { tab: name }), label: tabs[name].label }))}
      />
      <Filters view={view} tab={tab} choices={choices} locale={locale} />
      {problems.length > 0 && (
        <Alert tone="amber" className="mb-4">
          {problems.join(' ')}
        </Alert>
      )}
      {children}
    </>
  )
}
