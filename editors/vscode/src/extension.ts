import { type ExtensionContext, languages, type Uri, window } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { Explanations } from './explanations.ts'
import { FindingsView } from './findings-view.ts'
import { PresetSwitch } from './preset-switch.ts'
import { EXPLAIN, OVERVIEW, type Overview } from './protocol.ts'

const explanations = new Explanations()

/** How the client speaks with the server, wherever that runs. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }, { language: 'plaintext' }],
  initializationOptions: { showsExplanations: true },
  middleware: {
    async executeCommand(command, args, next) {
      const answer: unknown = await next(command, args)
      if (command === EXPLAIN && typeof answer === 'string') {
        await explanations.show(String(args[1]), answer)
      }
      return answer
    },
  },
}

/** Starts a client, and what shows its findings besides the editor itself. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  await client.start()
  const view = new FindingsView(client)
  const presets = new PresetSwitch(client)
  const refresh = async () => {
    const uri = window.activeTextEditor?.document.uri
    const overview = uri && (await overviewOf(client, uri))
    if (uri?.toString() !== window.activeTextEditor?.document.uri.toString()) return
    view.show(uri, overview?.groups ?? [])
    presets.show(overview?.presets)
  }
  context.subscriptions.push(
    client,
    explanations,
    view,
    presets,
    window.registerTreeDataProvider('fairdraft.findings', view),
    window.onDidChangeActiveTextEditor(refresh),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = window.activeTextEditor?.document.uri.toString()
      if (uris.some((uri) => uri.toString() === shown)) void refresh()
    }),
  )
  await refresh()
}

async function overviewOf(client: BaseLanguageClient, uri: Uri): Promise<Overview | null> {
  const address = client.code2ProtocolConverter.asUri(uri)
  return client.sendRequest<Overview | null>(OVERVIEW, { uri: address }).catch(() => null)
}
