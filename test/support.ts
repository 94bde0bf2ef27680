/** What several tests share: linting a text, and showing findings in place. */
import { VFile } from 'vfile'
import {
  catalogue,
  lint,
  resolveSettings,
  type Settings,
  severityOf,
  stretchOf,
} from '../src/index.ts'
import type { Preset } from '../src/types/preset.ts'

/** Lints a text as the file it would be in, under a preset or a configuration. */
export function lintText(value: string, path = 'draft.md', config: Preset = { extends: ['all'] }) {
  const key = JSON.stringify(config)
  const known = resolved.get(key) ?? resolveSettings(config, catalogue)
  resolved.set(key, known)
  return lint(new VFile({ path, value }), known)
}

const resolved = new Map<string, Settings>()

/** Rule ids and flagged words, in order. */
export function found(file: VFile): string[] {
  return file.messages.map(({ ruleId, actual }) => `${ruleId}: ${actual}`)
}

/** Each finding under its line, with carets at its place: what a snapshot shows. */
export function inPlace(file: VFile): string {
  const lines = String(file).split(/\r?\n/)
  return file.messages
    .map((message) => {
      const line = lines[(message.line ?? 1) - 1] ?? ''
      const column = (message.column ?? 1) - 1
      const stretch = stretchOf(message)
      const length = stretch ? Math.min(stretch.end - stretch.start, line.length - column) : 0
      const expected = (message.expected ?? []).map((text) => `“${text}”`).join(' or ')
      return [
        `${message.line}  ${line}`,
        `${' '.repeat(String(message.line).length + 2 + column)}${'^'.repeat(Math.max(length, 1))}`,
        `   ${severityOf(message)} ${message.ruleId} [${message.context}]${expected ? `: ${expected}` : ''}`,
      ].join('\n')
    })
    .join('\n\n')
}
