/** Nothing is asked of any network, whatever the command; and the same text gives the same bytes anywhere. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const COMMAND = resolve('dist/cli.js')

/** Makes every way out of the process throw, and says so on standard error. */
const DENY = `
const { Socket } = require('node:net')
const deny = (name) => () => { process.stderr.write('NETWORK: ' + name + '\\n'); throw new Error('no network: ' + name) }
Socket.prototype.connect = deny('socket')
require('node:dns').lookup = deny('dns')
require('node:dgram').createSocket = deny('dgram')
globalThis.fetch = deny('fetch')
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
  await writeFile(join(folder, 'deny.cjs'), DENY)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(args: string[], env: Record<string, string> = {}) {
  const denied = ['--require', join(folder, 'deny.cjs'), COMMAND, ...args]
  const options = { env: { ...process.env, ...env }, maxBuffer: 1e8 }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, denied, options)
  return { stdout, stderr }
}

test('the guard guards: a program that asks for the network is stopped', async () => {
  const asks = ['--require', join(folder, 'deny.cjs'), '-e', "fetch('http://127.0.0.1:9')"]
  await expect(promisify(execFile)(process.execPath, asks)).rejects.toThrow(/NETWORK: fetch/)
})

test.each([
  [['examples', '--fail-on', 'never', '--reporter', 'html']],
  [['explain', 'sex-work']],
  [['law', 's.33A SOA 1956']],
  [['presets', 'compare', 'recommended', 'nordic-model']],
  [['test', 'terms/age.yml']],
  [['compare', 'examples/force-guidance.md', 'examples/consultation-response.md']],
  [['profile', 'examples']],
])('%j asks nothing of any network', async (args) => {
  const { stdout, stderr } = await run(args)
  expect(stdout.length).toBeGreaterThan(20)
  expect(stderr).not.toContain('NETWORK')
})

test('the time zone and the language of the machine change no byte', async () => {
  const args = ['examples', '--fail-on', 'never', '--reporter', 'json', '--explain-quiet']
  const [here, there] = await Promise.all([
    run(args, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
    run(args, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
  ])
  expect(there.stdout).toBe(here.stdout)
})
