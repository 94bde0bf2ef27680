/** Packages (Word, OpenDocument) written as one text, so that a text can be changed and packed again. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

const HEAD = '@@ '

/** The parts of a package, each below a line with its path. */
export function unpacked(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([path, content]) => `${HEAD}${path}\n${strFromU8(content)}\n`)
    .join('')
}

/** The package that a text writes down; what stands above the first path is left out. */
export function packed(text: string): Uint8Array {
  const parts: Zippable = {}
  for (const part of text.split(/^@@ /m).slice(1)) {
    const end = part.indexOf('\n')
    const path = part.slice(0, Math.max(end, 0)).slice(0, 200)
    parts[path] = [strToU8(part.slice(end + 1).trimEnd()), { level: path === 'mimetype' ? 0 : 1 }]
  }
  return zipSync(parts)
}
