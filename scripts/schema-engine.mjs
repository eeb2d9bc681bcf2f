#!/usr/bin/env node
/**
 * Prisma's schema engine where its binary host can't be reached: the same engine as WebAssembly (from npm, pinned
 * to the CLI's version) behind the command line and the JSON-RPC that the CLI speaks with the native one.
 * prisma.config.ts names this file only where the native engine is missing.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const send = message => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
const sendError = (id, message) =>
  send({ id, error: { code: 4466, message, data: { is_panic: false, message } } })
/** The CLI reads standard error as lines of JSON. */
const log = entry => process.stderr.write(`${JSON.stringify(entry)}\n`)

/** Parsed, because adapter-pg ignores another `database` beside a connection string. */
function connectionOf(url, database = decodeURIComponent(url.pathname.slice(1))) {
  const sslmode = url.searchParams.get('sslmode') ?? ''
  return {
    host: url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ssl: sslmode.startsWith('verify') || (sslmode === 'require' && { rejectUnauthorized: false }),
  }
}

async function administer(url, sql, database = 'postgres') {
  const client = new pg.Client(connectionOf(url, database))
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function connect(url, database) {
  const schema = url.searchParams.get('schema') ?? 'public'
  const options = `-c search_path="${schema}"`
  const adapter = await new PrismaPg({ ...connectionOf(url, database), options }, { schema }).connect()
  // adapter-pg cuts a script at every `;`, also inside a function's body; Postgres takes it whole.
  adapter.executeScript = async sql => {
    await adapter
      .underlyingDriver()
      .query(sql)
      .catch(error => adapter.onError(error))
  }
  adapter.queryRaw = query => queryWithChars(adapter, query)
  return adapter
}

/** adapter-pg rejects the internal "char" type (oid 18), which the engine reads from the catalogue. */
async function queryWithChars(adapter, query) {
  let isChar = []
  const performIO = async () => {
    const result = await adapter.performIO(query)
    isChar = result.fields.map(field => field.dataTypeID === 18)
    return {
      ...result,
      fields: result.fields.map((field, i) => (isChar[i] ? { ...field, dataTypeID: 25 } : field)),
    }
  }
  const table = await Object.getPrototypeOf(adapter).queryRaw.call({ performIO }, query)
  const columnTypes = table.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type))
  return { ...table, columnTypes }
}

async function connectToShadow(url) {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  await administer(url, `CREATE DATABASE "${name}"`)
  const adapter = await connect(url, name)
  const close = adapter.dispose.bind(adapter)
  adapter.dispose = () => close().then(() => administer(url, `DROP DATABASE "${name}" WITH (FORCE)`))
  return adapter
}

/** @type {Map<string, Promise<glue.SchemaEngine>>} */
const engines = new Map()
function engineFor(url) {
  const factory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => connectToShadow(url),
  }
  const open = () =>
    glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  if (!engines.has(url.href)) engines.set(url.href, open())
  return engines.get(url.href)
}

async function createDatabase(url) {
  const databaseName = connectionOf(url).database
  await administer(url, `CREATE DATABASE ${pg.escapeIdentifier(databaseName)}`)
  return { databaseName }
}

async function answer({ method, params = {} }) {
  const named = params.datasource?.url ?? params.datasourceType?.url ?? params.from?.url ?? params.to?.url
  const url = new URL(named ?? datasource.url)
  if (method === 'createDatabase') return createDatabase(url)
  // Schema files are compared without the project's database, which may not exist yet.
  const tags = method === 'diff' ? [params.from.tag, params.to.tag] : ['url']
  if (tags.every(tag => tag === 'empty' || tag === 'schemaDatamodel')) url.pathname = '/postgres'
  const engine = await engineFor(url)
  if (method === 'getDatabaseVersion')
    return engine.version({ datasource: { tag: 'ConnectionString', url: url.href } })
  const result = await engine[method](params)
  if (method === 'diff' && result.stdout !== null)
    send({ id: 0, method: 'print', params: { content: result.stdout } })
  return result ?? null
}

/** `cli can-connect-to-database` and `cli create-database`; the CLI drops the first line of standard error. */
async function runCommand(command) {
  log({ level: 'INFO', target: 'schema_engine', fields: { message: command } })
  const url = new URL(datasource.url)
  try {
    if (command === 'create-database') await createDatabase(url)
    else await administer(url, 'SELECT 1', connectionOf(url).database)
  } catch (error) {
    const error_code =
      { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1010', 42501: 'P1010', '42P04': 'P1009' }[error.code] ??
      'P1001'
    const message = `${url.hostname}:${url.port || 5432}/${connectionOf(url).database}: ${error.message || error.code}`
    log({ level: 'ERROR', target: 'schema_engine::logger', fields: { message, error_code } })
    process.exitCode = 1
  }
}

let current = 0
// A panic never settles its promise. Told as an error: the CLI ends with 0 after what it takes for a panic (measured).
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    sendError(current, message)
    process.exit(1)
  },
}

const require = createRequire(import.meta.url)
const wasm = readFileSync(
  require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
)
const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
glue.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

const text = { type: 'string' }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { ...text, multiple: true },
    datasource: text,
    'enabled-preview-features': text,
    'extension-types': text,
  },
})
const datasource = { url: 'postgresql://localhost:5432/postgres', ...JSON.parse(values.datasource ?? '{}') }
const datamodels = values.datamodels?.map(file => [file, readFileSync(file, 'utf8')])

if (values.version) console.log(`schema-engine-cli ${glue.version()}`)
else if (positionals[0] === 'cli') await runCommand(positionals[1])
else {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line)
    if (!request.method) continue
    current = request.id
    await answer(request).then(
      result => send({ id: request.id, result }),
      error => sendError(request.id, error.message),
    )
  }
  process.exit()
}
