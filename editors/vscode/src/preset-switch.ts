import {
  ConfigurationTarget,
  commands,
  type Disposable,
  StatusBarAlignment,
  type Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { PRESETS, type PresetChoice } from './protocol.ts'

const COMMAND = 'fairdraft.choosePreset'

/** Shows the house styles of the document in the status bar, and lets the user choose others. */
export class PresetSwitch implements Disposable {
  readonly #item = window.createStatusBarItem('fairdraft.preset', StatusBarAlignment.Right)
  readonly #client: BaseLanguageClient
  readonly #command: Disposable

  constructor(client: BaseLanguageClient) {
    this.#client = client
    this.#command = commands.registerCommand(COMMAND, () => this.#choose())
    this.#item.name = 'Fairdraft house styles'
    this.#item.tooltip = 'The house styles that this document is checked under: choose others'
    this.#item.command = COMMAND
  }

  /** Shows the titles of house styles; nothing where no document is checked. */
  show(presets: readonly string[] | undefined): void {
    if (!presets) return this.#item.hide()
    this.#item.text = `$(book) ${presets.join(', ')}`
    this.#item.show()
  }

  async #choose(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri
    const settings = workspace.getConfiguration('fairdraft', uri ?? null)
    const chosen = settings.get<readonly string[]>('preset') ?? []
    const presets = await this.#client.sendRequest<PresetChoice[]>(PRESETS)
    const items = presets.map(({ name, title, author }) => ({
      label: title,
      description: name,
      detail: `By ${author}`,
      name,
      picked: chosen.includes(name),
    }))
    const picked = await window.showQuickPick(items, {
      canPickMany: true,
      title: 'House styles to check under; none: as fairdraft.yml says',
      matchOnDescription: true,
    })
    if (!picked) return
    const names = picked.map(({ name }) => name)
    await settings.update('preset', names, targetFor(uri))
  }

  dispose(): void {
    this.#command.dispose()
    this.#item.dispose()
  }
}

/** The choice belongs to the folder’s settings, or, where there is no folder, to the user’s. */
function targetFor(uri: Uri | undefined): ConfigurationTarget {
  const isInFolder = uri && workspace.getWorkspaceFolder(uri)
  return isInFolder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global
}
