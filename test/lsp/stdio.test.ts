/** The command as it is built, as an editor starts it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { expect, test } from 'vitest'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

test('fairdraft lsp --stdio serves, and ends when it is told to', async () => {
  const server = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'])
  let errors = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const ended = once(server, 'exit')
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  connection.listen()
  const params = { processId: process.pid, rootUri: null, capabilities: {} }
  const answer = await Promise.race([connection.sendRequest('initialize', params), ended])
  expect(answer, errors).toMatchObject({ serverInfo: { name: 'Fairdraft' } })
  const found = new Promise((done) => {
    connection.onNotification('textDocument/publishDiagnostics', done)
  })
  await connection.sendNotification('initialized', {})
  const document = { uri: 'untitled:a.md', languageId: 'markdown', version: 1 }
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...document, text: 'We met sex workers.' },
  })
  expect(await found).toMatchObject({ diagnostics: [{ code: 'prostitution/sex-worker' }] })
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  expect(await ended, errors).toEqual([0, null])
  connection.dispose()
})

const TOO_LONG = 'Content-Length: 99999999999\r\n\r\n{'
const SHORT = '{"jsonrpc":"2.0","method":"x"}'

test.each([
  [TOO_LONG, /^fairdraft: .*more than 256000000 bytes/],
  [`Content-Length: ${SHORT.length}\r\n\r\n${SHORT}${TOO_LONG}`, /more than 256000000 bytes/],
  ['a'.repeat(8_001), /more than 256000000 bytes/],
  ['Content-Length: many\r\n\r\n{}', /^fairdraft: .*Content-Length/],
  ['no header at all\r\n\r\n', /^fairdraft: .*Content-Length/],
  ['', /^$/],
  ['Content-Length: 3\r\n\r\n{"}', /^$/],
])('after %j it ends with %s', async (sent, said) => {
  const server = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'])
  let errors = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  server.stdout.resume()
  const ended = once(server, 'close')
  // Only what is no mistake waits for the end of the pipe.
  if (said.source === '^$') server.stdin.end(sent)
  else server.stdin.write(sent)
  expect(await ended).toEqual([1, null])
  expect(errors).toMatch(said)
})
