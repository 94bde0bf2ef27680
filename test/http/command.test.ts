/** The command as it is built, as a user starts it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { expect, test } from 'vitest'

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ['dist/cli.js', 'serve', ...args])
  const said = { out: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.errors += text
  })
  return { child, said, ended: statusOf(child) }
}

async function statusOf(child: ChildProcess): Promise<number | null> {
  const [status] = await once(child, 'close')
  return status
}

test.each([
  [['--port', '99999'], '--port: must be a whole number up to 65535'],
  [['--port', 'x'], '--port: must be a whole number'],
  [['--preset', 'statutry'], '--preset: Unknown preset "statutry" (did you mean "statutory"?)'],
  [['--config', 'nowhere.yml'], 'nowhere.yml: no such file'],
  [['--upstream', 'localhost:8010'], '--upstream: "localhost:8010" is no address'],
])('%s is wrong use', async (args, message) => {
  const { said, ended } = start(...args)
  expect(await ended).toBe(2)
  expect(said.errors).toContain(`fairdraft: ${message}`)
})

test('a port in use is named, with the cure', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { said, ended } = start('--port', String(port))
  expect(await ended).toBe(2)
  expect(said.errors).toContain(`127.0.0.1:${port}: another program is using this port`)
  other.close()
})

test('it serves the protocol and the page, and ends in good order', async () => {
  const { child, said, ended } = start('--port', '0', '--preset', 'statutory')
  await once(child.stdout, 'data')
  const base = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out)?.[0]
  const body = new URLSearchParams({ text: 'It was a child prostitute.', language: 'en-GB' })
  const answer = await fetch(`${base}/v2/check`, { method: 'POST', body })
  expect(await answer.json()).toMatchObject({ matches: [{ offset: 9 }] })
  const page = await fetch(`${base}/`)
  expect(await page.text()).toMatch(/^<!doctype html>/i)
  child.kill()
  expect(await ended).toBe(0)
  expect(said.errors).toBe('')
  expect(said.out, 'and logs nothing of what it was sent').toMatch(/^Serving [^\n]+\n$/)
})
