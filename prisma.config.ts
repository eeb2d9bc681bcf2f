import { readdirSync } from 'node:fs'
import { defineConfig } from 'prisma/config'

// The native schema engine where Prisma's installer could download it; else the same engine from npm.
const hasNativeEngine = readdirSync('node_modules/@prisma/engines').some(name =>
  name.startsWith('schema-engine-'),
)
if (!hasNativeEngine) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= 'scripts/schema-engine.mjs'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/chatcart' },
})
