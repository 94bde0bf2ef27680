import { printableJson } from '../printable.ts'
import type { Reporter } from './index.ts'
import { fileEntry } from './json.ts'

/** One object a file, one line an object: the entries of `json`, for programs that read line by line. */
export const ndjson: Reporter = (files, _settings, options) =>
  files.map((file) => `${printableJson(fileEntry(file, options))}\n`).join('')
