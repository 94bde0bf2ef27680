/** The language server as a web worker: a script to be loaded by an editor that runs in a browser. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser'
import { shippedHost } from './host.ts'
import { serve } from './server.ts'

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0]

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), shippedHost)
