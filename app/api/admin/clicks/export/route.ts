import { Readable } from 'node:stream'
import { z } from 'zod'
import { currentSettings } from '@/app/current-settings'
import { findUser } from '@/app/session'
import { exportClicks } from '@/lib/clicks/export-clicks'
import { parseClickFilters } from '@/lib/clicks/filters'
import { dayAt } from '@/lib/clicks/periods'

const formatParam = z.enum(['csv', 'jsonl'])
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

/**
 * Every click of the view that the query names, as a file, as fast as it is read. Where the database breaks off the
 * connection is cut, so that half a file can't pass for a whole one.
 */
export async function GET(request: Request): Promise<Response> {
  if (!(await findUser())) return refuse(401, 'signed_out', 'Sign in again, then export once more.')
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const format = formatParam.safeParse(params.format ?? 'csv')
  if (!format.success) return refuse(400, 'unknown_format', 'Choose CSV or JSON Lines.')
  const { timeZone } = await currentSettings()
  const now = new Date()
  const { filters } = parseClickFilters({ params, now, timeZone })
  const rows = await exportClicks({ filters, timeZone, format: format.data })
  if (!rows) return refuse(429, 'busy', 'Several exports are under way already. Try again when one is done.')
  return new Response(Readable.toWeb(rows) as ReadableStream, {
    headers: {
      'Content-Type': types[format.data],
      'Content-Disposition': `attachment; filename="clicks-${dayAt(now, timeZone)}.${format.data}"`,
      // Not to be compressed either: that would hold the rows back and cost more than it saves.
      'Cache-Control': 'no-store, no-transform',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status })
}
