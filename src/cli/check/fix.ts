import type { VFile } from 'vfile'
import { applyEdits, editsOf } from '../../fix.ts'
import { codeOf, type Failure } from '../files.ts'
import { say } from '../say.ts'
import { writeWhole } from '../write.ts'

/**
 * Makes the safe replacements in files that were checked, and writes them; what went wrong. Nobody named the files of
 * `foreign` or a folder that they are in: they stay as they are.
 */
export async function fixAll(
  files: readonly VFile[],
  foreign: ReadonlySet<string>,
): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const file of files) {
    const failure = await fix(file, foreign.has(file.path))
    if (failure) failures.push(failure)
  }
  return failures
}

/** A file that is not text in UTF-8 stays as it is. */
async function fix(file: VFile, isForeign: boolean): Promise<Failure | undefined> {
  const edits = editsOf(file)
  if (edits.length === 0) return undefined
  if (isForeign) {
    const reason =
      'is a link out of the folder that was named, so nothing was replaced; name the file itself'
    return { path: file.path, reason }
  }
  if (file.data.encoding !== 'utf-8') {
    const reason =
      file.data.encoding === undefined
        ? 'is no text file, so nothing was replaced; `fairdraft annotate` writes the changes into a Word or OpenDocument file'
        : 'is not in UTF-8, so nothing was replaced; save it as UTF-8 first'
    return { path: file.path, reason }
  }
  try {
    await writeWhole(file.path, applyEdits(String(file), edits))
    return undefined
  } catch (error) {
    return { path: file.path, reason: `cannot be written (${codeOf(error)}); nothing was replaced` }
  }
}

/** Prints what would be replaced, as unified diffs. */
export async function printFixes(files: readonly VFile[]): Promise<void> {
  for (const file of files) say(await diffOf(file))
}

async function diffOf(file: VFile): Promise<string> {
  const edits = editsOf(file)
  if (edits.length === 0) return ''
  const { createTwoFilesPatch } = await import('diff')
  const source = String(file)
  return createTwoFilesPatch(file.path, file.path, source, applyEdits(source, edits))
}
