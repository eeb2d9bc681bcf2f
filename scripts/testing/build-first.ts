import { spawnSync } from 'node:child_process'

/** Playwright's global setup: a production build of these sources, unless there is one. */
export default function buildFirst(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The production build failed.')
}
