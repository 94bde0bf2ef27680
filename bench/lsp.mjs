// Measures the language server as an editor meets it: from a keystroke to fresh diagnostics, in milliseconds.
// `npm run build && node bench/lsp.mjs`; options: --keystrokes N (200), --length CHARACTERS (200000).
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { random } from './corpus.mjs'
import { HEAD, printRow, textsOf } from './latency.mjs'

/** The longest that the 95th percentile may be: milliseconds. */
const TARGET = 30

const { values } = parseArgs({
  options: {
    keystrokes: { type: 'string', default: '200' },
    length: { type: 'string', default: '200000' },
  },
})
const length = Number(values.length)
const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const server = spawn(process.execPath, [inRoot('dist/cli.js'), 'lsp', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
)
const waiting = new Map()
connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
  waiting.get(`${uri} ${version}`)?.(diagnostics)
})
connection.listen()
await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
await connection.sendNotification('initialized', {})

console.log(HEAD)
let missed = false
for (const [name, text] of Object.entries(textsOf(length))) {
  const { first, times, findings } = await measure(`untitled:${name.replaceAll(' ', '-')}.md`, text)
  const { high } = printRow(name, { findings, first, times })
  missed ||= high > TARGET
}
console.log(missed ? `Above the target of ${TARGET} ms.` : `Within the target of ${TARGET} ms.`)
await connection.sendRequest('shutdown')
await connection.sendNotification('exit')

/** Opens a document, then types into it one character at a time, at places all over it. */
async function measure(uri, text) {
  const next = random(7)
  let document = TextDocument.create(uri, 'markdown', 1, text)
  const answered = (version) => new Promise((done) => waiting.set(`${uri} ${version}`, done))
  const opened = performance.now()
  const fresh = answered(1)
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })
  await fresh
  const first = performance.now() - opened
  const times = []
  let findings = 0
  for (let key = 0; key < Number(values.keystrokes); key++) {
    const place = document.positionAt(Math.floor(next() * text.length))
    const change = { range: { start: place, end: place }, text: 'aeiou t'[key % 7] }
    const version = document.version + 1
    document = TextDocument.update(document, [change], version)
    const answer = answered(version)
    const pressed = performance.now()
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    })
    findings = (await answer).length
    times.push(performance.now() - pressed)
  }
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  return { first, times, findings }
}
