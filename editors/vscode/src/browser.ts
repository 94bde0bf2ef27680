/** The extension in a browser: the server is a web worker. */
import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions, start } from './extension.ts'

/** Called by VS Code when a document of a kind that Fairdraft reads is opened. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server-worker.js')
  const worker = new Worker(script.toString(true))
  return start(context, new LanguageClient('fairdraft', 'Fairdraft', worker, clientOptions))
}
