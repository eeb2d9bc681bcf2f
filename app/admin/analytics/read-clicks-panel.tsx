'use server'

import type { ReactNode } from 'react'
import { z } from 'zod'
import { requireUser } from '@/app/session'
import { ClicksPanel } from './clicks-panel'
import { readView } from './read-view'

/** The clicks of the view behind this query string, drawn: a page that is turned needs nothing else of the screen. */
export async function readClicksPanel(query: string): Promise<ReactNode> {
  await requireUser()
  const params = Object.fromEntries(new URLSearchParams(z.string().max(4_000).parse(query)))
  const { problems, ...panel } = await readView({ searchParams: Promise.resolve(params) })
  return <ClicksPanel {...panel} />
}
