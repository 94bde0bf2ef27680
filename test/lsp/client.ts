/** An editor for tests: speaks the protocol with a server in the same process. */
import { PassThrough } from 'node:stream'
import {
  type ClientCapabilities,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Host, shippedHost } from '../../src/lsp/host.ts'
import { serve } from '../../src/lsp/server.ts'

/** What a modern editor says that it can do. */
export const MODERN: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
  },
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
}

/** What an editor says besides that asks for diagnostics. */
export const PULLING: ClientCapabilities = {
  workspace: { ...MODERN.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...MODERN.textDocument, diagnostic: {} },
}

/** An editor with open documents, as its server knows them. */
export class Editor {
  readonly connection: ProtocolConnection
  /** What the server asked to be shown to the user. */
  readonly shown: string[] = []
  /** What the server wrote into its log: faults only. */
  readonly logged: string[] = []
  readonly registered: string[] = []
  /** How often the server said that all diagnostics should be asked for again. */
  refreshed = 0
  /** The settings under the key "fairdraft". */
  settings: unknown = {}
  initialized: InitializeResult | undefined
  readonly #documents = new Map<string, TextDocument>()
  readonly #published = new Map<string, PublishDiagnosticsParams>()
  #listeners: (() => void)[] = []

  constructor(host: Host = shippedHost) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()]
    serve(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      host,
    )
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    )
    this.connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.#published.set(params.uri, params)
      for (const listener of this.#listeners) listener()
    })
    this.connection.onNotification('window/showMessage', ({ message }) => {
      this.shown.push(message)
    })
    this.connection.onNotification('window/logMessage', ({ message }) => {
      this.logged.push(message)
    })
    this.connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(() => this.settings),
    )
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method } of registrations) this.registered.push(method)
      return null
    })
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshed++
      for (const listener of this.#listeners) listener()
      return null
    })
    this.connection.listen()
  }

  async start(params: Partial<InitializeParams> = {}): Promise<this> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: MODERN,
      workspaceFolders: null,
      ...params,
    })
    await this.connection.sendNotification('initialized', {})
    return this
  }

  /** Opens a document; its diagnostics, as they are sent. */
  async open(uri: string, text: string, languageId = 'markdown'): Promise<Diagnostic[]> {
    await this.show(uri, text, languageId)
    return this.published(uri, 1)
  }

  /** Opens a document, and waits for nothing. */
  async show(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    const document = TextDocument.create(uri, languageId, 1, text)
    this.#documents.set(uri, document)
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    })
  }

  /** Changes a document; the diagnostics of the new version. */
  async change(uri: string, changes: TextDocumentContentChangeEvent[]): Promise<Diagnostic[]> {
    await this.type(uri, changes)
    return this.published(uri, this.document(uri).version)
  }

  /** Changes a document, and waits for nothing. */
  async type(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const old = this.document(uri)
    const document = TextDocument.update(old, contentChanges, old.version + 1)
    this.#documents.set(uri, document)
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges,
    })
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri)
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri)
    if (!document) throw new Error(`${uri} is not open`)
    return document
  }

  text(uri: string): string {
    return this.document(uri).getText()
  }

  /** The diagnostics of a version, as soon as they are there. */
  published(uri: string, version?: number): Promise<Diagnostic[]> {
    return this.until(() => {
      const last = this.#published.get(uri)
      return last?.version === version ? last?.diagnostics : undefined
    })
  }

  /** Waits for diagnostics that a test is about, whatever their version. */
  until<Value>(test: () => Value | undefined): Promise<Value> {
    return new Promise((resolve) => {
      const look = () => {
        const value = test()
        if (value === undefined) return
        this.#listeners = this.#listeners.filter((listener) => listener !== look)
        resolve(value)
      }
      this.#listeners.push(look)
      look()
    })
  }

  /** The diagnostics that are published next. */
  next(uri: string): Promise<Diagnostic[]> {
    const before = this.#published.get(uri)
    return this.until(() => {
      const last = this.#published.get(uri)
      return last === before ? undefined : last?.diagnostics
    })
  }

  /** Asks for the diagnostics of a document as it is now. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    })
  }

  /** Whether diagnostics of a document were ever sent. */
  wasPublished(uri: string): boolean {
    return this.#published.has(uri)
  }

  hover(uri: string, words: string): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: this.rangeOf(uri, words).start,
    })
  }

  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    })
  }

  /** Where some words stand first. */
  rangeOf(uri: string, words: string): Range {
    const document = this.document(uri)
    const start = document.getText().indexOf(words)
    if (start < 0) throw new Error(`“${words}” is not in ${uri}`)
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) }
  }

  /** A document’s text with the edits of a code action made. */
  applied(uri: string, { edit }: CodeAction): string {
    const [change] = edit?.documentChanges ?? []
    const edits = change && 'edits' in change ? change.edits : edit?.changes?.[uri]
    if (!edits) throw new Error('the action has no edits')
    const plain = edits.flatMap((one) => ('newText' in one ? [one] : []))
    return TextDocument.applyEdits(this.document(uri), plain)
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown')
    if (this.logged.length > 0) throw new Error(`the server complained: ${this.logged}`)
    this.connection.dispose()
  }
}
