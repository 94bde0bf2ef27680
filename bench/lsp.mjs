// Measures the language server as an editor meets it: from a keystroke to fresh diagnostics, in milliseconds.
// `npm run build && node bench/lsp.mjs`; options: --keystrokes N (200), --length CHARACTERS (200000).
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { generate, random } from './corpus.mjs'

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

/** A text on the subject itself: every paragraph has findings, many of them of law. */
function onTheSubject() {
  const example = readFileSync(inRoot('examples/force-guidance.md'), 'utf8')
  return `${example}\n`.repeat(Math.ceil(length / example.length)).slice(0, length)
}

const TEXTS = {
  sparse: generate({ length, density: 'sparse' }).text,
  dense: generate({ length, density: 'dense' }).text,
  'on the subject': onTheSubject(),
}

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

console.log(
  `text            findings   first   median   95th percentile   slowest   (milliseconds)`,
)
let missed = false
for (const [name, text] of Object.entries(TEXTS)) {
  const { first, times, findings } = await measure(`untitled:${name.replaceAll(' ', '-')}.md`, text)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  const columns = [first, at(0.5), at(0.95), sorted.at(-1)].map((time) => time.toFixed(1))
  const widths = [8, 9, 18, 10]
  const figures = columns.map((column, index) => column.padStart(widths[index])).join('')
  console.log(`${name.padEnd(16)}${String(findings).padStart(8)}${figures}`)
  missed ||= at(0.95) > TARGET
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
