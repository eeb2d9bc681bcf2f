import type { ReactNode } from 'react'
import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { PageHeader } from '@/components/ui/page-header'
import { listTimeZones } from '@/lib/settings/regions'
import { RoutingTabs } from '../routing-tabs'
import { TesterForm } from './tester-form'

/** The form stands in the layout: it stays as it is while each keystroke brings another answer below it. */
export default async function TesterLayout({ children }: { children: ReactNode }) {
  await requireUser()
  const { timeZone } = await currentSettings()
  return (
    <>
      <PageHeader
        title="Route tester"
        description="Where an order would go, when, and why. Asked of the same rules as your shoppers’ links; no click is recorded."
      />
      <RoutingTabs />
      <TesterForm timeZones={listTimeZones([timeZone], new Date())} shopZone={timeZone} />
      {children}
    </>
  )
}
