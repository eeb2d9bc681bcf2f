import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { loadOptions } from './load'
import { requestText } from './shoppers'

/**
 * A load of shoppers over raw sockets, in a process of its own: a client library would be the limit of what it
 * measures. Without a rate, every connection asks again as soon as it is answered. With one, requests leave on time
 * whether or not earlier ones are answered, and latency counts from when each should have left.
 */
const { port, connections, seconds, rate, productIds, first } = loadOptions.parse(
  JSON.parse(process.argv[2] ?? ''),
)

type Connection = { socket: Socket; since: number; received: string }

const idle: Connection[] = []
const latencies: number[] = []
let sent = 0
let answered = 0
let stopping = false

function send(connection: Connection, due: number): void {
  connection.since = due
  connection.socket.write(requestText(first + sent++, productIds), 'latin1')
}

function receive(connection: Connection, chunk: string): void {
  connection.received += chunk
  if (!isWhole(connection.received)) return
  if (connection.received.startsWith('HTTP/1.1 302 ')) answered++
  connection.received = ''
  latencies.push(performance.now() - connection.since)
  if (rate === null && !stopping) send(connection, performance.now())
  else idle.push(connection)
}

/** A redirect has no body: its head is all of it, or an empty chunk follows. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  return !/transfer-encoding: chunked/i.test(text) || text.endsWith('0\r\n\r\n')
}

function open(): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const connection = { socket, since: 0, received: '' }
    socket.setEncoding('latin1')
    socket.once('connect', () => resolve(connection))
    socket.once('error', reject)
    socket.on('data', (chunk: string) => receive(connection, chunk))
  })
}

async function saturate(all: Connection[]): Promise<void> {
  for (const connection of all) send(connection, performance.now())
  await delay(seconds * 1000)
}

/** A timer is up to a millisecond late, ten times what is measured: the last stretch is waited for awake. */
async function keepRate(perSecond: number): Promise<void> {
  const start = performance.now() + 10
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = start + (i * 1000) / perSecond
    if (due - performance.now() > 3) await delay(due - performance.now() - 2)
    while (performance.now() < due || idle.length === 0) await new Promise(setImmediate)
    const connection = idle.pop()
    if (connection) send(connection, due)
  }
}

const all = await Promise.all(Array.from({ length: connections }, open))
if (rate !== null) idle.push(...all)
const cpu = process.cpuUsage()
const started = performance.now()
await (rate === null ? saturate(all) : keepRate(rate))
const elapsedMs = performance.now() - started
const inTime = answered
const { user, system } = process.cpuUsage(cpu)
stopping = true
for (let waited = 0; idle.length < connections && waited < 10_000; waited += 20) await delay(20)
latencies.sort((a, b) => a - b)
const percentile = (share: number) =>
  latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]
console.log(
  JSON.stringify({
    answered,
    errors: sent - answered,
    perSecond: (inTime * 1000) / elapsedMs,
    p50Ms: percentile(0.5) ?? 0,
    p99Ms: percentile(0.99) ?? 0,
    slowestMs: latencies.at(-1) ?? 0,
    busy: (user + system) / 1000 / elapsedMs,
  }),
)
process.exit()
