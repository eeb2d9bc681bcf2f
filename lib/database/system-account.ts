import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whom to run Postgres as; `{}` means as ourselves. */
export type SystemAccount = { uid?: number; gid?: number }

/** Postgres refuses to run as root, so root borrows an account that every Unix has. */
export function findSystemAccount(): SystemAccount {
  if (process.getuid?.() !== 0) return {}
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody', '_postgres']) {
    const [, , uid, gid] = lines.find(line => line.startsWith(`${name}:`))?.split(':') ?? []
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'Postgres refuses to run as root, and there is no user "postgres" or "nobody". Start as an ordinary user.',
  )
}

/** Whether the account can get into a folder: one closed ancestor (root's home) is enough to keep it out. */
export function canEnter(account: SystemAccount, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}
