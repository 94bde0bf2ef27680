/** `fairdraft serve`, as a user starts it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { FAIRDRAFT } from './programs.ts'

/** Starts the server on a free port until the test has finished; the address for clients, which ends in /v2. */
export async function startServer(...args: readonly string[]): Promise<string> {
  const [node, cli] = FAIRDRAFT
  const child = spawn(node, [cli, 'serve', '--port', '0', ...args])
  onTestFinished(async () => {
    if (child.exitCode !== null) return
    child.kill()
    await once(child, 'exit')
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
  while (child.exitCode === null) {
    const address = /http:\S+\/v2/.exec(out)?.[0]
    if (address !== undefined) return address
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`fairdraft serve ended: ${errors}`)
}
