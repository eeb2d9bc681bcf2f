import { z } from 'zod'
import { Prisma } from './generated/prisma/client'

const rawQueryMeta = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }),
})

/** Whether the database refuses a query's values themselves (SQLSTATE class 22 or 23), however often they are sent. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const sqlState = rawQueryMeta.safeParse(error.meta).data?.driverAdapterError.cause.originalCode
  return /^2[23]/.test(sqlState ?? '')
}
