type Backup = { id: number; backupNumberId: number | null }

/**
 * The way round that giving number `id` this backup would close, as ids from `id` back to `id`; null: there is none.
 * Of two numbers that stand in for each other neither could ever hand on.
 */
export function findBackupLoop(numbers: readonly Backup[], { id, backupNumberId }: Backup): number[] | null {
  const backups = new Map(numbers.map(number => [number.id, number.backupNumberId]))
  const way = [id]
  for (
    let next = backupNumberId;
    next !== null && !way.slice(1).includes(next);
    next = backups.get(next) ?? null
  ) {
    way.push(next)
    if (next === id) return way
  }
  return null
}
