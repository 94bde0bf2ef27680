import {
  EventEmitter,
  type ExtensionContext,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { Explanations } from './explanations.ts'
import { FindingsView } from './findings-view.ts'
import { PresetSwitch } from './preset-switch.ts'
import { EXPLAIN, OVERVIEW, type Overview } from './protocol.ts'

const explanations = new Explanations()

/** Fired for a document each time it was checked, whether or not that changed its diagnostics. */
const checked = new EventEmitter<string>()

/** How the client speaks with the server, wherever that runs. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }, { language: 'plaintext' }],
  initializationOptions: { showsExplanations: true },
  middleware: {
    didOpen: async (document, next) => void (isDraft(document) && (await next(document))),
    didChange: async (event, next) => void (isDraft(event.document) && (await next(event))),
    didSave: async (document, next) => void (isDraft(document) && (await next(document))),
    didClose: async (document, next) => void (isDraft(document) && (await next(document))),
    async provideDiagnostics(document, previous, token, next) {
      const report = await next(document, previous, token)
      checked.fire(('uri' in document ? document.uri : document).toString())
      return report
    },
    async executeCommand(command, args, next) {
      const answer: unknown = await next(command, args)
      if (command === EXPLAIN && typeof answer === 'string') {
        await explanations.show(String(args[1]), answer)
      }
      return answer
    },
  },
}

/** What somebody may be writing: no old version in a comparison, and no explanation of ours. */
function isDraft({ uri: { scheme } }: TextDocument): boolean {
  return scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) !== undefined
}

/** Starts a client, and what shows its findings besides the editor itself. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  await client.start()
  const view = new FindingsView(client)
  const presets = new PresetSwitch(client)
  let shown: TextDocument | undefined
  const refresh = async () => {
    const document = draftOf(shown)
    shown = document
    const overview = document && (await overviewOf(client, document.uri))
    if (document !== shown) return
    view.show(document, overview?.groups ?? [])
    presets.show(overview?.presets)
  }
  context.subscriptions.push(
    client,
    explanations,
    checked,
    view,
    presets,
    window.registerTreeDataProvider('fairdraft.findings', view),
    window.onDidChangeActiveTextEditor(refresh),
    checked.event((uri) => {
      if (uri === shown?.uri.toString()) void refresh()
    }),
  )
  await refresh()
}

/** The document that the user is at; while he looks at something else, such as an explanation, the last one. */
function draftOf(last: TextDocument | undefined): TextDocument | undefined {
  const isVisible = window.visibleTextEditors.some(({ document }) => document === last)
  return window.activeTextEditor?.document ?? (isVisible ? last : undefined)
}

async function overviewOf(client: BaseLanguageClient, uri: Uri): Promise<Overview | null> {
  const address = client.code2ProtocolConverter.asUri(uri)
  return client.sendRequest<Overview | null>(OVERVIEW, { uri: address }).catch(() => null)
}
