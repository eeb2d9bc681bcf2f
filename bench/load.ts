import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { root } from './processes'

export const loadOptions = z.object({
  port: z.number(),
  connections: z.number(),
  seconds: z.number(),
  /** Requests per second; null: as many as are answered. */
  rate: z.number().nullable(),
  productIds: z.array(z.number()),
  /** The number of the first shopper, so that nobody comes twice. */
  first: z.number(),
})

const loadResult = z.object({
  answered: z.number(),
  errors: z.number(),
  perSecond: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  slowestMs: z.number(),
  /** The share of its core that the load itself needed: near 1, it was the limit. */
  busy: z.number(),
})

export type LoadResult = z.output<typeof loadResult>

export async function load(options: z.input<typeof loadOptions>): Promise<LoadResult> {
  const script = fileURLToPath(new URL('./load-client.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(options)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await once(child, 'close')
  return loadResult.parse(JSON.parse(output))
}
