import { revalidatePath } from 'next/cache'
import { refreshRoutingTable } from '@/lib/runtime'

/** Routing reads the edit before the admin does. */
export async function takeEffect(): Promise<void> {
  await refreshRoutingTable()
  revalidatePath('/admin', 'layout')
}
