import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  MarkupKind,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import { type Choice, choiceOf } from './host.ts'

/** Configuration files and packs: a change in any of them may change what is found. */
const WATCHED = '**/*.{yml,yaml}'

/** What is known of the editor at the other end: what it can do, and what its user chose. */
export class Client {
  /** Settings that came with a message, for clients that cannot be asked for them. */
  settings: unknown
  watches = false
  versionsEdits = false
  /** The editor asks for diagnostics; to others they are sent. */
  pulls = false
  /** The editor has a page for explanations; others show them as messages. */
  showsExplanations = false
  markup: MarkupKind = MarkupKind.PlainText
  readonly #connection: Connection
  readonly #choices = new Map<string, Promise<Choice>>()
  #folders: readonly WorkspaceFolder[] = []
  #asks = false
  #registers = false
  #hasFolders = false
  #refreshes = false

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
    this.pulls = textDocument?.diagnostic !== undefined
    this.#refreshes = workspace?.diagnostics?.refreshSupport ?? false
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

  /** Tells an editor that asks for diagnostics to ask again, of all documents. */
  refresh(): void {
    // A client that fails at it will ask after the next change.
    if (this.#refreshes) this.#connection.languages.diagnostics.refresh().catch(() => {})
  }

  /** Forgets what the user chose: it may have changed. */
  forget(): void {
    this.#choices.clear()
  }
}
