import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StaticFiles } from './static-files'

const root = mkdtempSync(join(tmpdir(), 'chatcart-static-'))
const script = 'console.log("¡hola!")'
let port = 0

beforeAll(async () => {
  const chunks = join(root, '.next/static/chunks')
  mkdirSync(chunks, { recursive: true })
  for (const name of ['a~1.js', '-b_2.c.css']) {
    writeFileSync(join(chunks, name), script)
    writeFileSync(join(chunks, `${name}.br`), brotliCompressSync(script))
    writeFileSync(join(chunks, `${name}.gz`), gzipSync(script))
  }
  writeFileSync(join(chunks, 'plain.js'), script)
  writeFileSync(join(root, '.next/secret.js.br'), brotliCompressSync('secret'))
  const files = new StaticFiles(root)
  const server = createServer({ maxHeaderSize: 128 * 1024 }, (incoming, response) => {
    if (!files.serve(incoming, response)) response.writeHead(404).end('Next.js')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  return () => server.close()
})

afterAll(() => rmSync(root, { recursive: true }))

async function ask(path: string, encoding: string, method = 'GET') {
  const sent = request({ port, path, method, headers: { 'accept-encoding': encoding } })
  sent.end()
  const [answer]: IncomingMessage[] = await once(sent, 'response')
  if (!answer) throw new Error('No answer')
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) }
}

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['br;q=0.5, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, GZIP', 'gzip', gunzipSync],
  ['br ; q=0.0,gzip ;q=1', 'gzip', gunzipSync],
])('with "%s" a file comes as %s, to be kept for a year', async (accepted, encoding, unpack) => {
  for (const turn of ['from the disk', 'from memory']) {
    const { status, headers, body } = await ask('/_next/static/chunks/a~1.js?v=1', accepted)
    expect([turn, status, unpack(body).toString()]).toEqual([turn, 200, script])
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-length': String(body.length),
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
  }
})

test('a header of nothing but spaces holds nobody up', async () => {
  const started = performance.now()
  expect(await ask('/_next/static/chunks/a~1.js', `a${' '.repeat(100_000)}b`)).toMatchObject({ status: 404 })
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('HEAD says what GET would, without the file', async () => {
  const { status, headers, body } = await ask('/_next/static/chunks/-b_2.c.css', 'br', 'HEAD')
  expect([status, headers['content-type'], body.length]).toEqual([200, 'text/css; charset=utf-8', 0])
  expect(Number(headers['content-length'])).toBeGreaterThan(0)
})

test.each([
  ['a browser that unpacks nothing', '/_next/static/chunks/a~1.js', 'identity', 'GET'],
  ['a file without a packed one', '/_next/static/chunks/plain.js', 'br', 'GET'],
  ['a file that is not there', '/_next/static/chunks/gone.js', 'br', 'GET'],
  ['a packed file itself', '/_next/static/chunks/a~1.js.br', 'br', 'GET'],
  ['a folder', '/_next/static/chunks/', 'br', 'GET'],
  ['a way up', '/_next/static/../secret.js', 'br', 'GET'],
  ['a way up further on', '/_next/static/chunks/../../secret.js', 'br', 'GET'],
  ['a hidden way up', '/_next/static/..%2fsecret.js', 'br', 'GET'],
  ['another path', '/static/chunks/a~1.js', 'br', 'GET'],
  ['something to do', '/_next/static/chunks/a~1.js', 'br', 'POST'],
])('%s is left to Next.js', async (_, path, encoding, method) => {
  expect(await ask(path, encoding, method)).toMatchObject({ status: 404 })
})
