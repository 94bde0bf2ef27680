import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { type Finding, type Stretch, stretchOf } from '../finding.ts'
import { type Edit, editsOf } from '../fix.ts'
import type { Checked } from './checks.ts'
import { diagnosticOf } from './diagnostics.ts'
import { explanationOf } from './explanation.ts'
import { ignoreEdit } from './ignore.ts'

/** Every safe replacement of a document at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.fairdraft`

/** The command that gives the explanation of a rule or a term; arguments: the document’s address, the id. */
export const EXPLAIN = 'fairdraft.explain'

/** What can be done about the findings in a range: replace, ignore, explain; or fix all that is safe. */
export async function actionsFor(
  checked: Checked,
  { range, context }: CodeActionParams,
  versioned: boolean,
): Promise<CodeAction[]> {
  const { document, file } = checked
  const wants = (kind: string) =>
    context.only
      ? context.only.some((only) => kind === only || kind.startsWith(`${only}.`) || only === '')
      : kind === CodeActionKind.QuickFix
  const editing = (edits: readonly Edit[]) => workspaceEdit(checked, edits, versioned)
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
    const there = file.messages.filter((message) => touches(stretchOf(message), asked))
    actions.push(...there.flatMap((message) => replacements(checked, message, editing)))
    for (const message of there) actions.push(...(await decisions(checked, message, editing)))
  }
  const safe = wants(FIX_ALL) ? editsOf(file) : []
  if (safe.length > 0) {
    const title = 'Make every replacement that is safe and that nobody disputes'
    actions.push({ title, kind: FIX_ALL, edit: editing(safe) })
  }
  return actions
}

type Editing = (edits: readonly Edit[]) => WorkspaceEdit

function touches(stretch: Stretch | undefined, { start, end }: Stretch): boolean {
  return stretch !== undefined && stretch.start <= end && stretch.end >= start
}

/** A quick fix for each wording that fits; the only one is preferred. */
function replacements({ document }: Checked, message: Finding, editing: Editing): CodeAction[] {
  const stretch = stretchOf(message)
  const { expected = [], actual = '' } = message
  if (!stretch) return []
  return expected.map((text) => ({
    title: text === '' ? `Remove “${shortened(actual)}”` : `Replace with “${shortened(text)}”`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, message)],
    isPreferred: expected.length === 1,
    edit: editing([{ ...stretch, text }]),
  }))
}

/** What else one may do about a finding: have it explained, or ignore it. */
async function decisions(
  checked: Checked,
  message: Finding,
  editing: Editing,
): Promise<CodeAction[]> {
  const { document, file, settings } = checked
  const { ruleId = '', actual = '' } = message
  const about = { kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(document, message)] }
  const actions: CodeAction[] = []
  if (explanationOf(ruleId, settings) !== undefined) {
    const title = `Explain “${shortened(actual)}” (${ruleId})`
    actions.push({
      ...about,
      title,
      command: { title, command: EXPLAIN, arguments: [document.uri, ruleId] },
    })
  }
  const stretch = stretchOf(message)
  const ignore = stretch && settings.ids.has(ruleId) && (await ignoreEdit(file, stretch, ruleId))
  if (ignore) {
    actions.push({
      ...about,
      title: `Ignore “${shortened(actual)}” here, with a reason`,
      edit: editing([ignore]),
    })
  }
  return actions
}

const LONGEST_TITLE = 50

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1)}…` : line
}

/** Edits to the document as it was checked, with its version if the client can make use of it. */
function workspaceEdit(
  { document, version }: Checked,
  edits: readonly Edit[],
  versioned: boolean,
): WorkspaceEdit {
  const { uri } = document
  const textEdits = edits.map(
    ({ start, end, text }): TextEdit => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText: text,
    }),
  )
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } }
}
