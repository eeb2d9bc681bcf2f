import { currentSettings } from '@/app/current-settings'
import { requireUser } from '@/app/session'
import { type AnalyticsView, parseView } from './view'

export type AnalyticsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What every panel is told: the view, and the shop's clock and language. */
export type PanelProps = { view: AnalyticsView; now: Date; timeZone: string; locale: string }

/** The first line of every screen of the analytics: who asks, and for which view. */
export async function readView({
  searchParams,
}: AnalyticsPageProps): Promise<PanelProps & { problems: string[] }> {
  await requireUser()
  const [params, { timeZone, locale }] = await Promise.all([searchParams, currentSettings()])
  const now = new Date()
  return { ...parseView({ params, now, timeZone }), now, timeZone, locale }
}
