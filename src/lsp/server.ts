import {
  type Connection,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { faultOf } from '../fault.ts'
import { catalogue } from '../index.ts'
import type { Settings } from '../settings.ts'
import { actionsFor, EXPLAIN, FIX_ALL } from './actions.ts'
import { createChecks } from './checks.ts'
import { Client } from './client.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { explanationOf } from './explanation.ts'
import type { Host } from './host.ts'
import { hoverAt } from './hover.ts'
import { OverviewRequest, overviewOf, PresetsRequest } from './overview.ts'
import { createReports } from './reports.ts'

/**
 * Serves the Language Server Protocol on a connection and begins to listen.
 *
 * Documents are those that the editor sends; only the host looks for configuration, and nothing is written.
 */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument)
  const client = new Client(connection)
  const reports = createReports()
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
    publish: (checked) => {
      const { document, version } = checked
      if (client.pulls) return
      const diagnostics = diagnosticsOf(checked)
      void connection.sendDiagnostics({ uri: document.uri, version, diagnostics })
    },
    fail: (uri, error) => {
      connection.console.error(`${uri} could not be checked (${faultOf(error)})`)
    },
  })

  const reload = () => {
    told.clear()
    client.forget()
    host.forget()
    checks.forget()
    if (client.pulls) client.refresh()
    else for (const { uri } of documents.all()) checks.schedule(uri)
  }

  connection.onInitialize((params) => {
    client.initialize(params)
    return capabilities(client)
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
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!client.pulls) checks.schedule(uri)
  })
  documents.onDidClose(({ document: { uri } }) => {
    checks.close(uri)
    reports.close(uri)
    if (!client.pulls) connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const asked = documents.get(uri)?.version
    const checked = await checks.current(uri)
    if (checked) return reports.of(checked, previousResultId)
    const now = documents.get(uri)?.version
    // What is closed, or could not be checked, is not asked for again and again.
    if (now === undefined || now === asked) {
      return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    }
    const again = { retriggerRequest: true }
    throw new ResponseError(LSPErrorCodes.ServerCancelled, `${uri} has changed meanwhile`, again)
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

/** Clients may ask for diagnostics, of open documents only; those of one say nothing of another. */
const DIAGNOSTICS = { interFileDependencies: false, workspaceDiagnostics: false }

function capabilities({ pulls }: Client): InitializeResult {
  return {
    serverInfo: { name: 'Fairdraft' },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: true,
      },
      hoverProvider: true,
      ...(pulls && { diagnosticProvider: DIAGNOSTICS }),
      codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
      executeCommandProvider: { commands: [EXPLAIN] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  }
}
