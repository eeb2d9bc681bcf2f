import { db } from '../db'

/** Whether anything of the demo shop is left. */
export async function isDemoPresent(): Promise<boolean> {
  const where = { isDemo: true }
  const [product, number] = await Promise.all([
    db().product.findFirst({ where, select: { id: true } }),
    db().number.findFirst({ where, select: { id: true } }),
  ])
  return product !== null || number !== null
}
