import type { NextConfig } from 'next'

const config: NextConfig = {
  // /go/product/1/ must be answered, not redirected (and never with a 308 that a browser remembers).
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', '@node-rs/argon2', 'pino'],
}

export default config
