/**
 * Plain JavaScript: for a TypeScript file every start would load the compiler (40 MB of memory, measured).
 * @type {import('next').NextConfig}
 */
const config = {
  // /go/product/1/ must be answered, not redirected (and never with a 308 that a browser remembers).
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // No picture goes through Next.js: without this, /_next/image would still fetch and decode what strangers name.
  images: { unoptimized: true },
  // `npm test` checks types; a shop that only starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', '@node-rs/argon2', 'pino'],
}

export default config
