import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { catalogue } from '../index.ts'
import type { Settings } from '../settings.ts'
import { actionsFor, EXPLAIN, FIX_ALL } from './actions.ts'
import { createChecks } from './checks.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { explanationOf } from './explanation.ts'
import { type Choice, choiceOf, type Host } from './host.ts'
import { hoverAt } from './hover.ts'
import { OverviewRequest, overviewOf, PresetsRequest } from './overview.ts'

/** Configuration files and packs: a change in any of them may change what is found. */
const WATCHED = '**/*.{yml,yaml}'

/**
 * Serves the Language Server Protocol on a connection and begins to listen.
 *
 * Documents are those that the editor sends; only the host looks for configuration, and nothing is written.
 */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument)
  const client = new Client(connection)
  const told = new Set<string>()

  const show = (type: MessageType, message: string) =>
    void connection.sendNotification(ShowMessageNotification.type, { type, message })

  const settingsFor = async (uri: string): Promise<Settings> => {
    const choice = await client.choiceFor(uri)
    const { settings, failures } = await host.settingsFor(uri, choice, client.folderOf(uri))
    for (const { path, reason } of failures) {
      const message = `${path}: ${reason}`
      if (!told.has(message)) show(MessageType.Warning, `Fairdraft: ${message}`)
      told.add(message)
    }
    return settings
  }

  const checks = createChecks({
    documents,
    settingsFor,
    publish: (checked) =>
      void connection.sendDiagnostics({
        uri: checked.document.uri,
        version: checked.version,
        diagnostics: diagnosticsOf(checked),
      }),
    fail: (uri, error) => {
      // The message of an error may hold words of the document; a log must not.
      const [, ...stack] = (error instanceof Error ? (error.stack ?? '') : '').split('\n    at ')
      const where = stack.slice(0, 3).join(', ')
      connection.console.error(`${uri} could not be checked (${nameOf(error)} at ${where})`)
    },
  })

  const reload = () => {
    told.clear()
    client.forget()
    host.forget()
    checks.restart()
  }

  connection.onInitialize((params) => {
    client.initialize(params)
    return capabilities()
  })
  connection.onInitialized(() => client.register(reload))
  connection.onDidChangeConfiguration(({ settings }) => {
    client.settings = Object(settings).fairdraft
    reload()
  })
  connection.onDidChangeWatchedFiles(reload)
  documents.onDidSave(() => {
    // A client that does not watch files may have saved a configuration in another window.
    if (!client.watches) reload()
  })
  documents.onDidChangeContent(({ document }) => checks.schedule(document.uri))
  documents.onDidClose(({ document: { uri } }) => {
    checks.close(uri)
    connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  connection.onHover(async ({ textDocument, position }, token) => {
    const checked = await checks.current(textDocument.uri)
    if (!checked || token.isCancellationRequested) return null
    const { document } = checked
    const hover = hoverAt(checked, document.offsetAt(position))
    if (!hover) return null
    return {
      contents: { kind: client.markup, value: hover.text },
      range: { start: document.positionAt(hover.start), end: document.positionAt(hover.end) },
    }
  })
  connection.onCodeAction(async (params, token) => {
    const checked = await checks.current(params.textDocument.uri)
    if (!checked || token.isCancellationRequested) return []
    return actionsFor(checked, params, client.versionsEdits)
  })
  connection.onExecuteCommand(async ({ command, arguments: [uri, ruleId] = [] }) => {
    if (command !== EXPLAIN) return null
    const text = explanationOf(String(ruleId), await settingsFor(String(uri)))
    if (text !== undefined && !client.showsExplanations) {
      show(MessageType.Info, text)
    }
    return text ?? null
  })
  connection.onRequest(OverviewRequest, async ({ uri }) => {
    const checked = await checks.current(uri)
    return checked ? overviewOf(checked) : null
  })
  connection.onRequest(PresetsRequest, async () =>
    catalogue.presets.map(({ name = '', title = name, author = '' }) => ({ name, title, author })),
  )

  documents.listen(connection)
  connection.listen()
}

function capabilities(): InitializeResult {
  return {
    serverInfo: { name: 'Fairdraft' },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: true,
      },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
      executeCommandProvider: { commands: [EXPLAIN] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** What is known of the editor at the other end: what it can do, and what its user chose. */
class Client {
  /** Settings that came with a message, for clients that cannot be asked for them. */
  settings: unknown
  watches = false
  versionsEdits = false
  /** The editor has a page for explanations; others show them as messages. */
  showsExplanations = false
  markup: MarkupKind = MarkupKind.PlainText
  readonly #connection: Connection
  readonly #choices = new Map<string, Promise<Choice>>()
  #folders: readonly WorkspaceFolder[] = []
  #asks = false
  #registers = false
  #hasFolders = false

  constructor(connection: Connection) {
    this.#connection = connection
  }

  initialize({ capabilities, workspaceFolders, initializationOptions }: InitializeParams): void {
    const { workspace, textDocument } = capabilities
    this.#folders = workspaceFolders ?? []
    this.#asks = workspace?.configuration ?? false
    this.#registers = workspace?.didChangeConfiguration?.dynamicRegistration ?? false
    this.#hasFolders = workspace?.workspaceFolders ?? false
    this.watches = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    this.versionsEdits = workspace?.workspaceEdit?.documentChanges ?? false
    const formats = textDocument?.hover?.contentFormat ?? []
    if (formats.includes(MarkupKind.Markdown)) this.markup = MarkupKind.Markdown
    this.settings = initializationOptions
    this.showsExplanations = Object(initializationOptions).showsExplanations === true
  }

  /** Asks to be told what changes; `reload` is called when the workspace’s folders do. */
  async register(reload: () => void): Promise<void> {
    const { client, workspace } = this.#connection
    if (this.#registers) {
      await client.register(DidChangeConfigurationNotification.type, { section: 'fairdraft' })
    }
    if (this.watches) {
      const watchers = [{ globPattern: WATCHED }]
      await client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
    if (this.#hasFolders) {
      workspace.onDidChangeWorkspaceFolders(async () => {
        this.#folders = (await workspace.getWorkspaceFolders()) ?? []
        reload()
      })
    }
  }

  /** What the user chose for a document. */
  choiceFor(uri: string): Promise<Choice> {
    const choice = this.#choices.get(uri) ?? this.#choose(uri)
    this.#choices.set(uri, choice)
    return choice
  }

  async #choose(uri: string): Promise<Choice> {
    if (!this.#asks) return choiceOf(this.settings)
    const asked = { scopeUri: uri, section: 'fairdraft' }
    return choiceOf(await this.#connection.workspace.getConfiguration(asked))
  }

  /** The innermost workspace folder that a document is in. */
  folderOf(uri: string): string | undefined {
    return this.#folders
      .map((folder) => folder.uri)
      .filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
      .sort((a, b) => b.length - a.length)[0]
  }

  /** Forgets what the user chose: it may have changed. */
  forget(): void {
    this.#choices.clear()
  }
}
