import { DatabaseError } from 'pg'
import { z } from 'zod'
import { Prisma } from './generated/prisma/client'

const rawQueryMeta = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }),
})

/** Whether the database refuses a query's values themselves (SQLSTATE class 22 or 23), however often they are sent. */
export function isRefusal(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? '')
}

/** Of an error by Prisma, or by the driver beneath it. */
function sqlState(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined
  return rawQueryMeta.safeParse(error.meta).data?.driverAdapterError.cause.originalCode
}
