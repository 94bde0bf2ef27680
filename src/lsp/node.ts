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
      return { settings, failures: failures.map(asSetting) }
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
