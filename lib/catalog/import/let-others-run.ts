const ITEMS_PER_TURN = 500

/** Gives waiting requests their turn in the middle of long work. */
export function letOthersRun(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

/** Goes through a long list without holding up the process. */
export async function forEachInTurns<T>(items: readonly T[], visit: (item: T) => void): Promise<void> {
  for (let from = 0; from < items.length; from += ITEMS_PER_TURN) {
    if (from > 0) await letOthersRun()
    for (const item of items.slice(from, from + ITEMS_PER_TURN)) visit(item)
  }
}
