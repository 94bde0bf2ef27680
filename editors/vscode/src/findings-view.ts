import {
  type Disposable,
  EventEmitter,
  MarkdownString,
  type TextDocument,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode'
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient'
import type { Overview } from './protocol.ts'

type Group = Overview['groups'][number]
type Node = Group | Diagnostic

/** LSP’s error, warning, information. */
const ICONS = ['', 'error', 'warning', 'info']

/** The findings of one document by whose objection they report. */
export class FindingsView implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.#changed.event
  readonly #client: BaseLanguageClient
  #document: TextDocument | undefined
  #groups: readonly Group[] = []

  constructor(client: BaseLanguageClient) {
    this.#client = client
  }

  /** Shows the findings of a document, or nothing. */
  show(document: TextDocument | undefined, groups: readonly Group[]): void {
    this.#document = document
    this.#groups = groups
    this.#changed.fire(undefined)
  }

  getChildren(node?: Node): Node[] {
    if (!node) return [...this.#groups]
    return 'findings' in node ? [...node.findings] : []
  }

  getTreeItem(node: Node): TreeItem {
    return 'findings' in node ? groupItem(node) : this.#findingItem(node)
  }

  #findingItem({ message, code, range, severity = 3 }: Diagnostic): TreeItem {
    const text = typeof message === 'string' ? message : message.value
    const selection = this.#client.protocol2CodeConverter.asRange(range)
    const words = this.#document?.getText(selection).replace(/\s+/g, ' ')
    const item = new TreeItem(words || text)
    item.description = `line ${range.start.line + 1} · ${code ?? ''}`
    item.tooltip = new MarkdownString().appendText(text)
    item.iconPath = new ThemeIcon(ICONS[severity] || 'info')
    item.command = {
      title: 'Go to the finding',
      command: 'vscode.open',
      arguments: [this.#document?.uri, { selection }],
    }
    return item
  }

  dispose(): void {
    this.#changed.dispose()
  }
}

function groupItem({ title, findings }: Group): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded)
  item.description = String(findings.length)
  return item
}
