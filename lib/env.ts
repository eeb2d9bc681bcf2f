import { isIP } from 'node:net'
import { z } from 'zod'

/** `none`, or a comma-separated list of addresses and CIDR networks, or the word `loopback`. */
const networks = z
  .string()
  .default('')
  .transform(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(Boolean)
      .flatMap(part => (part === 'loopback' ? ['127.0.0.0/8', '::1/128'] : [part])),
  )
  .refine(list => list.every(isNetwork), {
    message: 'must be addresses or networks like 10.0.0.0/8, separated by commas, or the word loopback',
  })

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && +bits <= most))
  )
}

const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be a full address such as https://chat.example.com' })
  .transform(url => new URL(url).origin)

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    PORT: z.coerce.number('must be a port number').int().min(0).max(65535).default(3000),
    HOST: z.string().default('0.0.0.0'),
    PUBLIC_URL: publicUrl.optional(),
    DATABASE_URL: z
      .string()
      .refine(url => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url), {
        message: 'must be an address such as postgresql://user:password@localhost:5432/chatcart',
      })
      .optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
    ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').max(200).optional(),
    NEXTAUTH_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().optional(),
    TRUST_PROXY: networks,
    SPOOL_MAX_MB: z.coerce.number('must be a number of megabytes').int().min(1).max(100_000).default(512),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .transform(env => ({ ...env, PUBLIC_URL: env.PUBLIC_URL ?? `http://localhost:${env.PORT}` }))

export type Env = z.output<typeof schema>

/** An environment variable that can't be used; the message names each one and says what is expected. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Parses the environment. Empty variables count as unset. @throws {EnvError} with one line per variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = schema.safeParse(filled)
  if (result.success) return result.data
  const lines = result.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
  throw new EnvError(
    `These environment variables can't be used:\n${lines.map(line => `  ${line}`).join('\n')}`,
  )
}
