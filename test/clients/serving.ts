/** Servers, as a user starts them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { onTestFinished } from 'vitest'
import { FAIRDRAFT } from './programs.ts'

/** Starts `fairdraft serve` on a free port until the test has finished; the address for clients, which ends in /v2. */
export async function startServer(...args: readonly string[]): Promise<string> {
  const [node, cli] = FAIRDRAFT
  const { said } = await start(node, [cli, 'serve', '--port', '0', ...args], /http:\S+\/v2/)
  return said
}

/**
 * Starts a server that runs until the test has finished, and waits until it says on standard output what is wanted.
 *
 * @throws Error with what it wrote, if it ends before.
 */
export async function start(
  path: string,
  args: readonly string[],
  wanted: RegExp,
): Promise<{ said: string; child: ChildProcess }> {
  const child = spawn(path, args)
  onTestFinished(() => end(child))
  let [out, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
  while (child.exitCode === null) {
    const said = wanted.exec(out)?.[0]
    if (said !== undefined) return { said, child }
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`${path} ${args.join(' ')} ended: ${errors || out}`)
}

/** Ends a server, if it has not ended yet. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill()
  await once(child, 'exit')
}

/** Lets a server listen on a free port of this machine; the port. */
export async function portOf(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** A port that nothing listens on, for a program that takes no 0. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await portOf(server)
  await new Promise((done) => server.close(done))
  return port
}
