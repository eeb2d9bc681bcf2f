/** Gives waiting requests their turn in the middle of long work. */
export function letOthersRun(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
