import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { closeDb } from './lib/db'
import { report } from './lib/log'
import { addressOf, serveRedirect, serveRefused } from './lib/redirect/node-door'
import { startingPage } from './lib/redirect/pages'
import { isRedirectPath, originForm } from './lib/redirect/target'
import { setRuntime } from './lib/runtime'
import { prepareEnvironment } from './lib/start/environment'
import { boundBody, completeHeaders, refuseRequest } from './lib/start/next-request'
import { readyMessage } from './lib/start/ready-message'
import { Runtime } from './lib/start/runtime'
import { StaticFiles } from './lib/start/static-files'

// Left alone, V8 lets garbage double the heap before it looks: 320 MB under load (measured).
setFlagsFromString('--heap-growing-percent=60')

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * The production server. It answers redirects itself, through the same functions as the route handler, from the last
 * known routing table and before anything else is up; the database and Next.js come up behind it.
 */
const env = prepareEnvironment(process.env)
const runtime = new Runtime({
  dataDir: env.DATA_DIR,
  databaseUrl: env.DATABASE_URL,
  spoolMaxMb: env.SPOOL_MAX_MB,
  trustProxy: env.TRUST_PROXY,
})
setRuntime(runtime)

const staticFiles = new StaticFiles(process.cwd())
let next: Handler | null = null
// A cart of thousands of items is a long address: answered too, where Node's own limit is 16 kB.
const server = createServer({ maxHeaderSize: 128 * 1024 }, (request, response) => {
  const url = originForm(request.url ?? '/')
  request.url = url
  if (isRedirectPath(url)) return serveRedirect(runtime, request, response)
  if (url === '/api/health') return serveHealth(response)
  if (staticFiles.serve(request, response)) return
  if (!next) return serveStarting(response)
  const refusal = refuseRequest(url, request.headers)
  if (refusal) return void response.writeHead(refusal, { Connection: 'close' }).end()
  boundBody(request, url)
  completeHeaders(request.headers, { address: addressOf(runtime, request), publicUrl: env.PUBLIC_URL })
  next(request, response).catch(error => {
    report('A page failed', error)
    response.destroy()
  })
})

// An expectation that nobody knows is no reason to refuse (RFC 9110, 10.1.1): Node would answer 417.
server.on('checkExpectation', (request, response) => server.emit('request', request, response))

server.on('clientError', (error, socket) => serveRefused(runtime, error, socket))

server.on('error', error => {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(
    taken
      ? `Port ${env.PORT} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
      : error.message,
  )
  process.exit(1)
})

server.listen(env.PORT, env.HOST, () => {
  bringUp().catch(error => {
    console.error(error instanceof Error ? error.message : error)
    // With a routing table shoppers get through, whatever failed behind it.
    if (runtime.health().status === 'starting') process.exit(1)
  })
})

async function bringUp(): Promise<void> {
  // Loaded now, not above: the first redirects need none of it.
  const [{ bringUpDatabase }, { default: createNext }] = await Promise.all([
    import('./lib/start/database'),
    import('next'),
  ])
  const database = bringUpDatabase({ env, runtime, say: console.log })
  stopInOrder(database.stop)
  // Waited for below; a failure must not count as unhandled while Next.js loads.
  database.ready.catch(() => {})
  // Next.js listens for upgrades, and then Node answers none that it doesn't: some clients ask for HTTP/2 with every
  // request (`Upgrade: h2c`). On a server that never listens it hears of none, and they are answered as they came.
  const app = createNext({ dev: false, hostname: env.HOST, port: env.PORT, httpServer: createServer() })
  await app.prepare()
  next = app.getRequestHandler()
  console.log(readyMessage(env, await database.ready))
}

/** No new connections, then what is under way, then the clicks, the database last; a second signal ends it at once. */
function stopInOrder(stopDatabase: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    console.log('Stopping…')
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3_000).unref()
    await runtime.stop()
    await closeDb()
    await stopDatabase()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

function serveHealth(response: ServerResponse): void {
  const health = runtime.health()
  response.writeHead(health.status === 'ok' ? 200 : 503, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(health))
}

function serveStarting(response: ServerResponse): void {
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': '2',
  })
  response.end(startingPage())
}
