import { commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode'

const SCHEME = 'fairdraft-explanation'

/** Pages that say all there is to say of a rule or a term, shown as Markdown. */
export class Explanations implements Disposable {
  readonly #pages = new Map<string, string>()
  readonly #changed = new EventEmitter<Uri>()
  readonly #registration = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: ({ path }) => this.#pages.get(path) ?? '',
  })

  /** Shows a page beside the document. */
  async show(ruleId: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme: SCHEME, path: `/${ruleId.replaceAll('/', ' ')}.md` })
    this.#pages.set(uri.path, text)
    this.#changed.fire(uri)
    await commands.executeCommand('markdown.showLockedPreviewToSide', uri)
  }

  dispose(): void {
    this.#registration.dispose()
    this.#changed.dispose()
  }
}
