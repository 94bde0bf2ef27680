// Sends `fairdraft serve` thousands of requests, many of them faulty, and counts what was lost and what leaked.
// Meanwhile many more connections than checks may wait send a byte now and then.
// `npm run build && node bench/serve-faults.mjs`; option: --requests N (10000). Loopback only; leaks are seen on Linux.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '10000' } } })
const total = Number(values.requests)
const AT_ONCE = 16
/** More than the 32 checks that may wait. */
const SLOW = 64
/** How much memory may grow once the server has warmed up: a share. */
const MOST_GROWTH = 0.25

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const server = spawn(process.execPath, [cli, 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(server.stdout.setEncoding('utf8'), 'data')
const port = Number(/:(\d+)\/v2/.exec(line)[1])
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const TEXT = 'We met sex workers. '
const HEAD = 'POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\ntext='

/** Each kind of request gives what became of it; the name of what was expected is the key. */
const KINDS = [
  ['answered', 60, () => check(TEXT.repeat(1 + Math.floor(Math.random() * 20)))],
  ['cut off', 10, () => raw(HEAD, 5)],
  ['slow, then cut off', 5, () => raw(HEAD, 200)],
  ['garbage', 8, () => raw('\x16\x03\x01 no HTTP at all\r\n\r\n', 50)],
  ['left before the answer', 7, () => raw(`${HEAD}${'x'.repeat(495)}`, 1)],
  ['refused: another host', 5, () => status({ headers: { Host: 'evil.example' } }, 421)],
  ['refused: wrong data', 5, () => status({ body: 'data={' }, 400)],
]

const counts = new Map()
const lost = []
let sent = 0
let warm
let again = 0
let finished = false
const dawdling = Array.from({ length: SLOW }, dawdle)
await Promise.all(Array.from({ length: AT_ONCE }, work))
finished = true
await Promise.all(dawdling)
const end = resources()
agent.destroy()
await new Promise((done) => setTimeout(done, 6000))
const rest = resources()

for (const [name, count] of [...counts].sort()) console.log(`${String(count).padStart(6)}  ${name}`)
console.log(`${String(lost.length).padStart(6)}  lost`)
console.log(`${String(again).padStart(6)}  times asked to come again (503), and then answered`)
if (warm && end) {
  console.log(
    `memory: ${warm.memory} MB after ${total / 5} requests, ${end.memory} MB after ${total}`,
  )
  console.log(`open files: ${warm.files} under load, ${rest.files} when all had gone`)
}
const leaks = warm && (end.memory > warm.memory * (1 + MOST_GROWTH) || rest.files > 40)
if (leaks) console.log('Something leaks.')
for (const fault of lost.slice(0, 5)) console.log(fault)
server.kill()
process.exitCode = lost.length > 0 || leaks ? 1 : 0

async function work() {
  while (sent < total) {
    sent++
    if (sent === Math.floor(total / 5)) warm = resources()
    const [name, , send] = chosen()
    try {
      await send()
      counts.set(name, (counts.get(name) ?? 0) + 1)
    } catch (error) {
      lost.push(`${name}: ${error.message}`)
    }
  }
}

/** Keeps a connection whose request never ends, and opens another when the server closes it. */
async function dawdle() {
  while (!finished) {
    await new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(HEAD))
      const drip = setInterval(() => (finished ? socket.destroy() : socket.write('x')), 500)
      socket.on('data', () => {})
      socket.on('error', () => {})
      socket.on('close', () => done(clearInterval(drip)))
    })
  }
}

function chosen() {
  const at = Math.random() * 100
  let sum = 0
  for (const kind of KINDS) {
    sum += kind[1]
    if (at < sum) return kind
  }
  return KINDS[0]
}

/** A request that must be answered, with every finding. A busy server may ask to come again. */
async function check(text) {
  const body = String(new URLSearchParams({ text, language: 'en-GB' }))
  for (let tries = 0; tries < 100; tries++) {
    const answer = await ask({ body })
    if (answer.status === 503) {
      again++
      await new Promise((done) => setTimeout(done, 20))
      continue
    }
    const found = JSON.parse(answer.text).matches.length
    const wanted = text.length / TEXT.length
    if (found !== wanted) throw new Error(`${found} of ${wanted} findings`)
    return
  }
  throw new Error('always busy')
}

async function status(options, wanted) {
  const answer = await ask({ body: `text=${TEXT}&language=en`, ...options })
  if (answer.status !== wanted && answer.status !== 503) throw new Error(`status ${answer.status}`)
}

function ask({ body, headers = {} }) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/v2/check', method: 'POST', headers, agent }
    const one = request(options, async (response) => {
      let text = ''
      for await (const chunk of response.setEncoding('utf8')) text += chunk
      resolve({ status: response.statusCode, text })
    })
    one.on('error', (error) =>
      // A kept connection may be closed just as it is used again: that is no answer lost.
      error.code === 'ECONNRESET' && one.reusedSocket
        ? ask({ body, headers }).then(resolve, reject)
        : reject(error),
    )
    one.end(body)
  })
}

/** Sends bytes and hangs up after some milliseconds. */
function raw(bytes, wait) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes)
      setTimeout(() => socket.destroy(), wait)
    })
    socket.on('data', () => {})
    socket.on('error', () => {})
    socket.on('close', done)
  })
}

/** The server’s memory in megabytes and its open files, where the system tells. */
function resources() {
  try {
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
    const memory = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024)
    return { memory, files: readdirSync(`/proc/${server.pid}/fd`).length }
  } catch {
    return undefined
  }
}
