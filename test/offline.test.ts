/** Nothing is asked of any network, whatever the command; and the same text gives the same bytes anywhere. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { odt } from './builders/odt.ts'
import { pdf } from './builders/pdf.ts'
import { p, r, word } from './builders/word.ts'

const COMMAND = resolve('dist/cli.js')
const WORDS = 'The force met sex workers, and he committed suicide.'

/** Makes every way out of the process throw, and says so on standard error. git works on files; a number is no name. */
const DENY = `
const { Socket, isIP } = require('node:net')
const dns = require('node:dns')
const { ChildProcess } = require('node:child_process')
const deny = (name) => () => { process.stderr.write('NETWORK: ' + name + '\\n'); throw new Error('no network: ' + name) }
Socket.prototype.connect = deny('socket')
for (const of of [dns, dns.promises]) {
  for (const name of Object.keys(of)) if (/^(?:lookup|resolve|reverse)/.test(name)) {
    const ask = of[name]
    of[name] = (host, ...more) => (isIP(host) ? ask(host, ...more) : deny('dns')())
  }
}
require('node:dgram').createSocket = deny('dgram')
globalThis.fetch = deny('fetch')
const { spawn } = ChildProcess.prototype
ChildProcess.prototype.spawn = function (options) {
  return options.file === 'git' ? spawn.call(this, options) : deny('another program')()
}
require('node:module').syncBuiltinESMExports()
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
  await writeFile(join(folder, 'deny.cjs'), DENY)
  const write = (name: string, value: string | Uint8Array) => writeFile(join(folder, name), value)
  await write('draft.md', `# Draft\n\n${WORDS}\n`)
  await write('draft.txt', WORDS)
  await write('draft.html', `<p>${WORDS}<img src="http://127.0.0.1:9/a.png">`)
  await write('draft.docx', word({ body: p(r(WORDS)) }))
  await write('draft.odt', odt({ body: `<text:p>${WORDS}</text:p>` }))
  await write('draft.pdf', pdf([[{ x: 60, y: 700, text: WORDS }]]))
  await write('questions.md', '1. Do you agree?\n')
  await copyFile('terms/age.yml', join(folder, 'age.yml'))
  await mkdir(join(folder, 'own'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const denied = (args: readonly string[]) => [
  '--require',
  join(folder, 'deny.cjs'),
  COMMAND,
  ...args,
]

/** Runs the command without a network; it may find something, and must not fail. */
async function run(
  args: readonly string[],
  { cwd = folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
) {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1e8 }
  const running = promisify(execFile)(process.execPath, denied(args), options)
  running.child.stdin?.end('{"text": "We met sex workers."}\n')
  return await running
}

test.each([
  ['fetch', "fetch('http://127.0.0.1:9')"],
  ['socket', "import('node:net').then((net) => net.connect(9, '127.0.0.1'))"],
  ['socket', "import('node:http').then((http) => http.get('http://127.0.0.1:9'))"],
  ['dns', "import('node:dns/promises').then(({ resolve4 }) => resolve4('a.example'))"],
  ['dgram', "import('node:dgram').then(({ createSocket }) => createSocket('udp4'))"],
  ['another program', "import('node:child_process').then(({ spawn }) => spawn('true'))"],
])('the guard guards: %s, %s', async (name, code) => {
  const asks = ['--require', join(folder, 'deny.cjs'), '-e', code]
  await expect(promisify(execFile)(process.execPath, asks)).rejects.toThrow(`NETWORK: ${name}`)
})

/** Every command that ends by itself, with every reader, every reporter and all that is loaded late. */
const RUNS: readonly (readonly [command: string, ...runs: string[][]])[] = [
  [
    'check',
    ['check', 'draft.md', 'draft.txt', 'draft.html', 'draft.docx', 'draft.odt', 'draft.pdf'],
    ...[
      'pretty json ndjson sarif github gitlab junit checkstyle unix markdown csv html'.split(' '),
    ].flatMap((names) => names.map((name) => ['check', 'draft.md', '--reporter', name])),
    ['check', '.', '--cache', '--explain-quiet', '--verbose'],
    ['check', 'draft.md', '--questions', 'questions.md'],
    ['check', '.', '--baseline', 'baseline.json', '--update-baseline'],
    ['check', 'draft.md', '--fix-dry-run'],
    ['check', '-'],
    ['check', '--stdin-ndjson'],
  ],
  ['annotate', ['annotate', 'draft.docx', '--output', 'out.docx']],
  ['annotate', ['annotate', 'draft.odt', '--output', 'out.odt']],
  [
    'explain',
    ['explain', 'sex-work'],
    ['explain', 'offence-classification'],
    ['explain', 'statutory'],
  ],
  ['law', ['law', 's.33A SOA 1956'], ['law', 's.33A SOA 1956', '--json']],
  ['presets', ['presets'], ['presets', 'compare', 'recommended', 'nordic-model']],
  [
    'compare',
    ['compare', 'draft.docx', 'draft.pdf'],
    ['compare', 'draft.md', 'draft.odt', '--json'],
  ],
  ['profile', ['profile', 'draft.md', 'draft.pdf', 'draft.docx']],
  ['init', ['init']],
  ['new', ['new', 'pack', 'water-safety']],
  ['test', ['test', '../age.yml']],
]

test.each(RUNS.flatMap(([command, ...runs]) => runs.map((args) => [command, args] as const)))(
  '%s asks nothing of any network: %j',
  async (command, args) => {
    const own = ['init', 'new', 'test'].includes(command)
    const never =
      command === 'check' && !args.includes('--fix-dry-run') ? ['--fail-on', 'never'] : []
    const options = own ? { cwd: join(folder, 'own') } : {}
    const { stdout, stderr } = await run([...args, ...never], options).catch((error) => {
      expect(error).toMatchObject({ code: 1 })
      return error
    })
    expect(`${stdout}${stderr}`.length).toBeGreaterThan(20)
    expect(stderr).not.toContain('NETWORK')
  },
)

test('nor does a language server', async () => {
  const server = spawn(process.execPath, denied(['lsp', '--stdio']))
  const errors: string[] = []
  server.stderr.on('data', (chunk) => errors.push(String(chunk)))
  const ended = once(server, 'exit')
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const found = new Promise((done) => {
    connection.onNotification('textDocument/publishDiagnostics', done)
  })
  const uri = 'https://127.0.0.1:9/draft.md'
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: WORDS },
  })
  expect(await found).not.toMatchObject({ diagnostics: [] })
  const position = { line: 0, character: 16 }
  const at = { textDocument: { uri }, position }
  expect(await connection.sendRequest('textDocument/hover', at)).not.toBeNull()
  await connection.sendRequest('textDocument/codeAction', {
    ...at,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  expect(await ended).toEqual([0, null])
  expect(errors).toEqual([])
  connection.dispose()
})

test('nor does a server without --upstream, which only answers', async () => {
  const server = spawn(process.execPath, denied(['serve', '--port', '0']))
  const errors: string[] = []
  server.stderr.on('data', (chunk) => errors.push(String(chunk)))
  const ended = once(server, 'close')
  const [said] = await once(server.stdout, 'data')
  const [base = ''] = /http:\S+(?=\/v2)/.exec(String(said)) ?? []
  for (const path of ['/', '/v2/languages', '/v2/info', '/v2/words']) {
    expect((await fetch(base + path)).status, path).toBe(200)
  }
  const body = new URLSearchParams({ language: 'en-GB', text: WORDS })
  const answer = await fetch(`${base}/v2/check`, { method: 'POST', body })
  expect(await answer.text()).toContain('prostitution/sex-worker')
  server.kill()
  await ended
  expect(errors).toEqual([])
})

test('no command was forgotten', async () => {
  const { stdout } = await run(['--help'])
  const known = [...stdout.matchAll(/^ {2}fairdraft (\w+)/gm)].map(([, name]) => name)
  const tried = new Set([...RUNS.map(([command]) => command), 'lsp', 'serve'])
  expect(known.length).toBeGreaterThan(0)
  expect([...tried].sort(), 'try the new command above').toEqual(known.toSorted())
})

/** Machines with capitals, digits, calendars and hours of their own. */
const MACHINES = [
  { TZ: 'Europe/London', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  { TZ: 'America/St_Johns', LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8', LANGUAGE: 'th' },
]
const EXAMPLES = resolve('examples')

test.each([
  [[EXAMPLES, '--fail-on', 'never', '--reporter', 'json', '--explain-quiet']],
  [[EXAMPLES, '--fail-on', 'never', '--reporter', 'html']],
  [[EXAMPLES, '--fail-on', 'never', '--explain-quiet']],
  [['profile', EXAMPLES]],
  [['explain', 'offence-classification']],
  [['--help']],
])('the time zone and the language of the machine change no byte: %j', async (args) => {
  const outputs = await Promise.all(MACHINES.map((env) => run(args, { env })))
  expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1)
})

test('nor does a mistake read otherwise, nor is an annotated document another', async () => {
  const mistakes: unknown[] = []
  const documents: string[] = []
  for (const [index, env] of MACHINES.entries()) {
    await run(['annotate'], { env }).catch(({ stderr }) => mistakes.push(stderr))
    const output = `zone-${index}.docx`
    await run(['annotate', 'draft.docx', '--date', '2026-03-01T09:30Z', '--output', output], {
      env,
    })
    documents.push((await readFile(join(folder, output))).toString('hex'))
  }
  expect(new Set(mistakes).size).toBe(1)
  expect(new Set(documents).size).toBe(1)
})
