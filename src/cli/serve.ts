import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import process from 'node:process'
import type { CommandModule } from 'yargs'
import { configurator } from '../config/load.ts'
import { complain } from './complain.ts'
import { codeOf, type Failure } from './files.ts'
import { ownFile, ownVersion } from './own-folder.ts'
import { say } from './say.ts'
import { settingsOptions } from './settings-options.ts'
import { WRONG_USE } from './status.ts'

/** The page for the browser, with PDF, where the build has made it. */
const PAGE = 'dist/fairdraft-pdf.html'

interface ServeArguments {
  port: number
  host: string
  upstream?: string | undefined
  preset?: string[] | undefined
  config?: string | undefined
}

/** `fairdraft serve` */
export const serveCommand: CommandModule<object, ServeArguments> = {
  command: 'serve',
  describe: 'Serve LanguageTool’s protocol, for office programs and browsers',
  builder: (yargs) =>
    yargs
      .option('port', { type: 'number', requiresArg: true, default: 8081, describe: 'The port' })
      .option('host', {
        type: 'string',
        requiresArg: true,
        default: '127.0.0.1',
        describe: 'The address to listen on; only this machine can reach the default',
      })
      .option('upstream', {
        type: 'string',
        requiresArg: true,
        describe: 'A LanguageTool server whose findings are shown too',
      })
      .options(settingsOptions),
  handler: async (args) => {
    const failures = await serve(args)
    for (const failure of failures) complain(failure)
    if (failures.length > 0) process.exitCode = WRONG_USE
  },
}

/** Serves until it is told to end; what is wrong, if it cannot. */
async function serve(args: ServeArguments): Promise<readonly Failure[]> {
  const { host, port } = args
  const upstream = addressOf(args.upstream)
  if (upstream !== undefined && !(upstream instanceof URL)) return [upstream]
  if (host === '') return [{ path: '--host', reason: 'must not be empty; leave it out' }]
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return [{ path: '--port', reason: 'must be a whole number up to 65535' }]
  }
  const { settings, failures } = await configurator(args)(resolve('text.txt'))
  if (failures.length > 0) return failures
  const { createHttpServer } = await import('../http/server.ts')
  const { createUpstream } = await import('../http/upstream.ts')
  const { isLoopback } = await import('../http/guard.ts')
  if (!isLoopback(host)) {
    complain({ path: `--host ${host}`, reason: 'whoever can reach this machine can use it' })
  }
  const server = createHttpServer({
    settings,
    host,
    version: await ownVersion(),
    page: await readFile(await ownFile(PAGE), 'utf8').catch(() => undefined),
    upstream: upstream && createUpstream(upstream),
  })
  return listen(server, host, port)
}

/** Listens until a signal comes; what is wrong, if that cannot be. */
function listen(server: Server, host: string, port: number): Promise<readonly Failure[]> {
  return new Promise((done) => {
    server.once('error', (error) => done([{ path: `${host}:${port}`, reason: whyNot(error) }]))
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' ? address?.port : port
      const base = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
      say(`Serving LanguageTool’s protocol on ${base}/v2, a page on ${base}/\n`)
    })
    const stop = () => {
      server.close(() => done([]))
      server.closeAllConnections()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  })
}

function addressOf(upstream: string | undefined): URL | Failure | undefined {
  if (upstream === undefined) return undefined
  const address = URL.canParse(upstream) ? new URL(upstream) : undefined
  return address && /^https?:$/.test(address.protocol)
    ? address
    : {
        path: '--upstream',
        reason: `"${upstream}" is no address; write it as http://localhost:8010`,
      }
}

function whyNot(error: unknown): string {
  const code = codeOf(error)
  const reasons: { readonly [code: string]: string } = {
    EADDRINUSE: 'another program is using this port; choose another with --port',
    EACCES: 'this port may not be used; choose one above 1023 with --port',
    EADDRNOTAVAIL: 'this machine has no such address; leave --host out',
    ENOTFOUND: 'no such host; leave --host out',
  }
  return reasons[code] ?? `cannot be listened on (${code})`
}
