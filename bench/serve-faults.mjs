// Sends `fairdraft serve` thousands of requests, many of them faulty, and counts what was lost and what leaked.
// Meanwhile many more connections than checks may wait send a byte now and then.
// `npm run build && node bench/serve-faults.mjs`; options: --requests N (10000) a round, --rounds N (5). Loopback only;
// open files are counted on Linux.
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { parseArgs } from 'node:util'
import { AT_ONCE, createFaults } from './faults.mjs'
import { heapOf, leaks, startMeasured } from './heap.mjs'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
  },
})
const requests = Number(values.requests)
/** More than the 32 checks that may wait. */
const SLOW = 64
/** So many files may be open when all clients have gone: the program’s own. */
const MOST_FILES = 40

const server = startMeasured('serve', '--port', '0')
const [line] = await once(server.stdout.setEncoding('utf8'), 'data')
const port = Number(/:(\d+)\/v2/.exec(line)[1])
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const TEXT = 'We met sex workers. '
const HEAD = 'POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\ntext='

const faults = createFaults([
  ['answered', 60, () => check(TEXT.repeat(1 + Math.floor(Math.random() * 20)))],
  ['cut off', 10, () => raw(HEAD, 5)],
  ['slow, then cut off', 5, () => raw(HEAD, 200)],
  ['garbage', 8, () => raw('\x16\x03\x01 no HTTP at all\r\n\r\n', 50)],
  ['left before the answer', 7, () => raw(`${HEAD}${'x'.repeat(495)}`, 1)],
  ['refused: another host', 5, () => status({ headers: { Host: 'evil.example' } }, 421)],
  ['refused: wrong data', 5, () => status({ body: 'data={' }, 400)],
])

let again = 0
const heaps = []
let busy
for (let round = 1; round <= Number(values.rounds); round++) {
  let finished = false
  const dawdling = Array.from({ length: SLOW }, () => dawdle(() => finished))
  await faults.send(round * requests)
  busy ??= openFiles()
  finished = true
  await Promise.all(dawdling)
  // Connections that nobody uses are closed meanwhile.
  await new Promise((done) => setTimeout(done, 6000))
  heaps.push(await heapOf(server))
}
const rest = openFiles()
agent.destroy()

faults.print()
console.log(`${String(again).padStart(6)}  times asked to come again (503), and then answered`)
if (rest !== undefined) console.log(`open files: ${busy} under load, ${rest} when all had gone`)
const isLeaking = leaks(heaps, requests) || rest > MOST_FILES
if (isLeaking) console.log('Something leaks.')
server.kill()
process.exitCode = faults.lost.length > 0 || isLeaking ? 1 : 0

/** Keeps a connection whose request never ends, and opens another when the server closes it. */
async function dawdle(isOver) {
  while (!isOver()) {
    await new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(HEAD))
      const drip = setInterval(() => (isOver() ? socket.destroy() : socket.write('x')), 500)
      socket.on('data', () => {})
      socket.on('error', () => {})
      socket.on('close', () => done(clearInterval(drip)))
    })
  }
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

/** How many files the server has open, where the system tells. */
function openFiles() {
  try {
    return readdirSync(`/proc/${server.pid}/fd`).length
  } catch {
    return undefined
  }
}
