// Sends `fairdraft lsp` thousands of messages, many of them faulty, and counts what was lost and what leaked. A header
// that nobody can read on from ends the server: see test/lsp/stdio.test.ts.
// `npm run build && node bench/lsp-faults.mjs`; options: --messages N (10000) a round, --rounds N (5).
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createFaults } from './faults.mjs'
import { heapOf, leaks, startMeasured } from './heap.mjs'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
  },
})
const messages = Number(values.messages)
const DRAFT = 'untitled:draft.md'
const TEXT = 'We met sex workers. '
/** Errors of JSON-RPC: no such method; a fault of the request; cancelled. */
const [UNKNOWN, FAULTY, CANCELLED] = [-32601, -32603, -32800]

const server = startMeasured('lsp', '--stdio')
const answers = new Map()
const published = new Map()
readMessages(({ id, method, params, error }) => {
  if (method === 'textDocument/publishDiagnostics') {
    published.get(`${params.uri} ${params.version}`)?.(params.diagnostics.length)
  }
  if (method !== undefined) return
  answers.get(id)?.(error?.code)
  answers.delete(id)
})
let version = 1
let asked = 0
let opened = 0
let turn = Promise.resolve()
/** What waits while half a message is sent. */
let held

await ask('initialize', { processId: null, rootUri: null, capabilities: {} })
send({ method: 'initialized', params: {} })
send(openingOf(DRAFT, TEXT))

const faults = createFaults([
  ['edited, with every finding', 30, () => (turn = turn.then(edit))],
  ['asked, and answered', 20, () => expectError(hover(DRAFT, 9), undefined)],
  ['asked of an impossible place', 5, () => expectError(hover(DRAFT, -1e12), undefined)],
  ['asked of no document', 5, () => expectError(hover('file:///no.md', 0), undefined)],
  ['cancelled, and told so or answered', 10, cancel],
  ['unknown request, refused', 5, () => expectError(ask('no/such', { a: 1 }), UNKNOWN)],
  ['request about nothing, refused', 5, () => expectError(ask('textDocument/hover', {}), FAULTY)],
  ['unknown notification', 5, () => send({ method: 'no/such', params: ['\u0000\ud800'] })],
  ['change of no document', 3, () => send(changeOf('untitled:none.md', 3, 'x'))],
  ['opened, found and closed', 5, openAndClose],
  ['message in two halves, answered', 4, halves],
  ['body that is no JSON', 3, () => write('Content-Length: 9\r\n\r\n{"id": 1,')],
])

const heaps = []
for (let round = 1; round <= Number(values.rounds); round++) {
  await faults.send(round * messages)
  heaps.push(await heapOf(server))
}
await expectError(ask('shutdown'), undefined)
send({ method: 'exit' })
const [status] = await once(server, 'exit')
if (status !== 0) faults.lost.push(`the end: status ${status}`)
faults.print()
const isLeaking = leaks(heaps, messages)
if (isLeaking) console.log('Something leaks.')
process.exitCode = faults.lost.length > 0 || isLeaking ? 1 : 0

/** Changes the draft, and waits for every finding in the new text. */
async function edit() {
  const count = 1 + Math.floor(Math.random() * 20)
  version++
  await findings(DRAFT, version, count, changeOf(DRAFT, version, TEXT.repeat(count)))
}

async function openAndClose() {
  const uri = `untitled:other-${opened++}.md`
  await findings(uri, 1, 1, openingOf(uri, `\ud800\u0000 ${TEXT}`))
  send({ method: 'textDocument/didClose', params: { textDocument: { uri } } })
}

async function findings(uri, number, wanted, message) {
  const key = `${uri} ${number}`
  const found = new Promise((done) => published.set(key, done))
  send(message)
  const count = await found
  published.delete(key)
  if (count !== wanted) throw new Error(`${count} of ${wanted} findings`)
}

async function cancel() {
  const answer = hover(DRAFT, 3)
  send({ method: '$/cancelRequest', params: { id: asked } })
  const error = await answer
  if (error !== undefined && error !== CANCELLED) throw new Error(`error ${error}`)
}

async function halves() {
  while (held) await setTimeout(5)
  const [answer, bytes] = prepare('textDocument/hover', aboutPlace(DRAFT, 1))
  const middle = Math.floor(bytes.length / 2)
  held = [bytes.subarray(middle)]
  server.stdin.write(bytes.subarray(0, middle))
  await setTimeout(5)
  for (const rest of held) server.stdin.write(rest)
  held = undefined
  await expectError(answer, undefined)
}

/** Sends bytes, once no message stands half sent. */
function write(bytes) {
  if (held) held.push(bytes)
  else server.stdin.write(bytes)
}

async function expectError(answer, wanted) {
  const error = await answer
  if (error !== wanted) throw new Error(`error ${error} instead of ${wanted}`)
}

function hover(uri, character) {
  return ask('textDocument/hover', aboutPlace(uri, character))
}

function aboutPlace(uri, character) {
  return { textDocument: { uri }, position: { line: 0, character } }
}

function openingOf(uri, text) {
  const textDocument = { uri, languageId: 'markdown', version: 1, text }
  return { method: 'textDocument/didOpen', params: { textDocument } }
}

function changeOf(uri, number, text) {
  const params = { textDocument: { uri, version: number }, contentChanges: [{ text }] }
  return { method: 'textDocument/didChange', params }
}

/** Sends a request; the code of the error that it is answered with, if it is one. */
function ask(method, params) {
  const [answer, bytes] = prepare(method, params)
  write(bytes)
  return answer
}

function prepare(method, params) {
  const id = ++asked
  return [new Promise((done) => answers.set(id, done)), framed({ id, method, params })]
}

function send(message) {
  write(framed(message))
}

function framed(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])
}

function readMessages(take) {
  let rest = Buffer.alloc(0)
  server.stdout.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = rest.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(head, 0)))?.[1])
      if (head < 0 || rest.length < head + 4 + length) return
      take(JSON.parse(rest.subarray(head + 4, head + 4 + length)))
      rest = rest.subarray(head + 4 + length)
    }
  })
}
