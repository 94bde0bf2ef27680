import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../finding.ts'
import { printableJson } from '../printable.ts'
import type { PieceReporter, Reporter, ReportOptions } from './index.ts'

/** An array, one object a file; every finding is listed. */
export const json: Reporter = (...args) => [...jsonPieces(...args)].join('')

/** The same, finding by finding. */
export const jsonPieces: PieceReporter = function* (files, _settings, options) {
  yield '['
  for (const [at, file] of files.entries()) {
    yield at > 0 ? ',\n  {' : '\n  {'
    for (const [number, [name, value]] of fieldsOf(fileEntry(file, options)).entries()) {
      yield `${number > 0 ? ',' : ''}\n    ${printableJson(name)}: `
      if (Array.isArray(value)) yield* listPieces(value, '    ')
      else yield printableJson(value)
    }
    yield '\n  }'
  }
  yield files.length > 0 ? '\n]\n' : ']\n'
}

/** A list as it stands in JSON of several lines, entry by entry; its own lines begin with a margin. */
export function* listPieces(entries: Iterable<unknown>, margin: string): Generator<string> {
  yield '['
  let isEmpty = true
  for (const entry of entries) {
    const lines = printableJson(entry, 2).replaceAll('\n', `\n${margin}  `)
    yield `${isEmpty ? '' : ','}\n${margin}  ${lines}`
    isEmpty = false
  }
  yield isEmpty ? ']' : `\n${margin}]`
}

/** An object as one line of JSON; of its lists, entry by entry. */
export function* linePieces(entry: object): Generator<string> {
  yield '{'
  for (const [number, [name, value]] of fieldsOf(entry).entries()) {
    yield `${number > 0 ? ',' : ''}${printableJson(name)}:`
    if (!Array.isArray(value)) yield printableJson(value)
    else {
      yield '['
      for (const [at, one] of value.entries()) yield `${at > 0 ? ',' : ''}${printableJson(one)}`
      yield ']'
    }
  }
  yield '}\n'
}

function fieldsOf(entry: object): [name: string, value: unknown][] {
  return Object.entries(entry).filter(([, value]) => value !== undefined)
}

/** What there is to say of a file. */
export function fileEntry(file: VFile, { explainQuiet }: ReportOptions) {
  return {
    path: file.path,
    messages: file.messages.map(entryOf),
    ...(explainQuiet ? { quiet: file.data.quiet ?? [] } : {}),
  }
}

function entryOf(message: VFileMessage) {
  return {
    ruleId: message.ruleId ?? null,
    source: message.source ?? 'fairdraft',
    severity: severityOf(message),
    reason: message.reason,
    place: message.place ?? null,
    ...(message.location ? { location: message.location } : {}),
    actual: message.actual ?? null,
    expected: message.expected ?? [],
    note: message.note ?? null,
    url: message.url ?? null,
    context: message.context ?? 'own-voice',
  }
}
