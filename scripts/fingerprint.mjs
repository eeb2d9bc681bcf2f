import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the production build is made of. Tests, documents and everything generated are not. */
const sources = [
  ...[
    'app',
    'components',
    'lib',
    'public',
    'prisma/schema.prisma',
    'scripts/build.mjs',
    'scripts/fingerprint.mjs',
  ],
  ...[
    'server.ts',
    'instrumentation.ts',
    'proxy.ts',
    'next.config.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
  ],
  ...['package.json', 'package-lock.json'],
]

/** Names the content of the sources: the same in every clone, another after any edit. About 20 ms. */
export function fingerprintSources(root) {
  const hash = createHash('sha256')
  for (const path of sources) add(hash, root, path)
  // Next.js puts this key into the build.
  hash.update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '')
  return hash.digest('hex')
}

/** The Prisma client depends on the schema and on Prisma's version. */
export function fingerprintSchema(root) {
  const hash = createHash('sha256')
  for (const path of ['prisma/schema.prisma', 'package-lock.json']) add(hash, root, path)
  return hash.digest('hex')
}

function add(hash, root, path) {
  const full = join(root, path)
  if (!existsSync(full) || path === 'lib/generated' || /\.test\.tsx?$/.test(path)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) add(hash, root, `${path}/${name}`)
  } else {
    const content = readFileSync(full)
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
}
