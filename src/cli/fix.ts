import { VFile } from 'vfile'
import { lint } from '../engine.ts'
import { applyEdits, editsOf } from '../fix.ts'
import type { Settings } from '../settings.ts'
import { codeOf, type Failure } from './files.ts'
import { writeWhole } from './write.ts'

/**
 * Makes the safe replacements in a file that was checked, writes it, and checks it again. A file that
 * is not in UTF-8 stays as it is.
 */
export async function fix(file: VFile, settings: Settings): Promise<VFile | Failure> {
  const edits = editsOf(file)
  if (edits.length === 0) return file
  if (file.data.encoding !== 'utf-8') {
    return {
      path: file.path,
      reason: 'is not in UTF-8, so nothing was replaced; save it as UTF-8 first',
    }
  }
  const value = applyEdits(String(file), edits)
  try {
    await writeWhole(file.path, value)
  } catch (error) {
    return { path: file.path, reason: `cannot be written (${codeOf(error)}); nothing was replaced` }
  }
  return lint(new VFile({ path: file.path, value }), settings)
}

/** What `fix` would change, as a unified diff; nothing if that is nothing. */
export async function diffOf(file: VFile): Promise<string> {
  const edits = editsOf(file)
  if (edits.length === 0) return ''
  const { createTwoFilesPatch } = await import('diff')
  const source = String(file)
  return createTwoFilesPatch(file.path, file.path, source, applyEdits(source, edits))
}
