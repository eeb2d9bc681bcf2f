import type { Env } from '../env'
import type { Admin } from './database'

/** The one block a person reads when everything is up: where to go and how to get in. */
export function readyMessage(env: Env, { admin }: { admin: Admin }): string {
  const lines = [
    `ChatCart is ready:  ${env.PUBLIC_URL}/admin`,
    `Sign in as:         ${admin.email}`,
    admin.password
      ? `First password:     ${admin.password}   (shown once; change it in Settings > Account)`
      : `Password:           ${admin.created ? 'the one in ADMIN_PASSWORD' : 'as set before   (lost? npm run admin)'}`,
    ...(!env.DATABASE_URL ? [`Demo store:         ${env.PUBLIC_URL}/store`] : []),
  ]
  const rule = '─'.repeat(Math.max(...lines.map(line => line.length)))
  return ['', rule, ...lines, rule, ''].join('\n')
}
