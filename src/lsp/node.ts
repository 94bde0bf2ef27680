import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type { Failure } from '../config/failure.ts'
import { configurator } from '../config/load.ts'
import { ofToday } from '../config/today.ts'
import { type Host, PRESET_SETTING, shippedSettings } from './host.ts'
import { serve } from './server.ts'

/** A host that finds the configuration of documents on disk; other documents have shipped presets only. */
export function createFileHost(): Host {
  const known = new Map<string, ReturnType<typeof configurator>>()
  return {
    async settingsFor(uri, choice, folder) {
      const path = pathOf(uri)
      if (path === undefined) return shippedSettings(choice)
      const base = (folder && pathOf(folder)) ?? dirname(path)
      const config = choice.config && resolve(base, choice.config)
      const key = JSON.stringify([config, choice.presets])
      const settingsFor = known.get(key) ?? configurator({ config, preset: choice.presets })
      known.set(key, settingsFor)
      const { settings, failures } = await settingsFor(path)
      return { settings: ofToday(settings), failures: failures.map(asSetting) }
    },
    forget: () => known.clear(),
  }
}

/** What the command line calls an option is a setting in an editor. */
function asSetting(failure: Failure): Failure {
  return failure.path === '--preset' ? { ...failure, path: PRESET_SETTING } : failure
}

/** The path of a document on disk; nothing for one that is not. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    // "file://server/share" has no path outside Windows.
    return undefined
  }
}

/**
 * Serves on standard input and output, until the client ends the process or closes its end. A client that cannot be
 * understood any more ends it too: `complain` is told why.
 */
export function serveOnStdio(complain: (reason: string) => void): void {
  const { stdin, stdout } = process
  stdin.on(
    'data',
    lookAtLengths(() => {
      complain(TOO_LONG)
      process.exit(1)
    }),
  )
  const reader = new StreamMessageReader(stdin)
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(stdout))
  let status = 1
  connection.onShutdown(() => {
    status = 0
  })
  stdin.on('close', () => process.exit(status))
  reader.onError((error) => {
    // A body that is no JSON is one message lost; behind a header without a length nobody knows where the next begins.
    if (error instanceof SyntaxError) return
    complain('The client sent a message without a Content-Length: nothing can be read after it.')
    process.exit(1)
  })
  serve(connection, createFileHost())
}

/** The longest message that is read, and the longest header: bytes. */
const LONGEST_MESSAGE = 256_000_000
const LONGEST_HEADER = 8_000

const TOO_LONG = `The client sent a message of more than ${LONGEST_MESSAGE} bytes, or a header of more than ${LONGEST_HEADER}: split the document.`

/** Makes a function that looks at what a client sends, for a header whose message is too long to be waited for. */
function lookAtLengths(refuse: () => void): (chunk: Buffer) => void {
  let missing = 0
  let header = ''
  return (chunk) => {
    const ofMessage = Math.min(missing, chunk.length)
    missing -= ofMessage
    header += chunk.toString('latin1', ofMessage)
    for (let end = header.indexOf(BLANK); end >= 0; end = header.indexOf(BLANK)) {
      const length = lengthIn(header.slice(0, end))
      if (length > LONGEST_MESSAGE) return refuse()
      const rest = header.slice(end + BLANK.length)
      missing = Math.max(0, length - rest.length)
      header = rest.slice(length)
    }
    if (header.length > LONGEST_HEADER) refuse()
  }
}

const BLANK = '\r\n\r\n'

/** The length that a header tells, as the reader of messages takes it; none counts as 0, and is for the reader to refuse. */
function lengthIn(header: string): number {
  const line = header.split('\r\n').findLast((one) => /^content-length:/i.test(one))
  return Math.max(0, Number.parseInt(line?.split(':')[1] ?? '', 10) || 0)
}
