import { type Zippable, zipSync } from 'fflate'
import { LARGEST_PACKAGE, unpack } from '../readers/package.ts'

/** The date of every part, as Word has it too: a package holds local time, which would differ by time zone. */
const PART_DATE = new Date(1980, 0, 1, 12)

/**
 * Packs a document again, with the new text of some parts; parts that are new come last.
 *
 * @throws UnreadableError if the package is damaged.
 */
export function repack(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Uint8Array {
  const files = unpack(bytes, () => true, LARGEST_PACKAGE)
  for (const [path, text] of parts) files[path] = new TextEncoder().encode(text)
  const packed: Zippable = {}
  // The type of an OpenDocument file stands first and is not compressed: so programs know it.
  if (files.mimetype) packed.mimetype = [files.mimetype, { level: 0 }]
  for (const [path, content] of Object.entries(files)) packed[path] ??= content
  return zipSync(packed, { mtime: PART_DATE })
}
