/** The extension where Node is: the server is a process of its own. */
import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { clientOptions, start } from './extension.ts'

/** Called by VS Code when a document of a kind that Fairdraft reads is opened. */
export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js')
  const run = { module, transport: TransportKind.stdio }
  return start(context, new LanguageClient('fairdraft', 'Fairdraft', run, clientOptions))
}
