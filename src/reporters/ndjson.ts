import type { PieceReporter, Reporter } from './index.ts'
import { fileEntry, linePieces } from './json.ts'

/** One object a file, one line an object: the entries of `json`, for programs that read line by line. */
export const ndjson: Reporter = (...args) => [...ndjsonPieces(...args)].join('')

/** The same, finding by finding. */
export const ndjsonPieces: PieceReporter = function* (files, _settings, options) {
  for (const file of files) yield* linePieces(fileEntry(file, options))
}
