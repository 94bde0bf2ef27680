import { realpath } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { VFile } from 'vfile'
import type { Finding } from '../../finding.ts'
import { identityOf, keyOf } from '../../identity.ts'
import type { Settings } from '../../settings.ts'
import type { Failure } from '../files.ts'
import { GitError, git } from './git.ts'
import { lintReadably } from './lint-file.ts'

/** Asks git for the id of a tree without files, which depends on how the repository makes ids. */
const EMPTY_TREE = ['hash-object', '-t', 'tree', '/dev/null']

/** What was changed since a commit. */
interface Changes {
  /** Whether anything of a file was changed, or the file is new. */
  has(path: string): Promise<boolean>
  /**
   * Leaves a file the findings that the change brought: on changed lines, and, where a format has no lines
   * that git could compare, anywhere; in both only what the old version did not hold already.
   */
  narrow(file: VFile, settings: Settings): Promise<void>
}

/**
 * What was changed since the commit at which the present branch left another: `main`, a tag, a commit.
 * What is not committed yet counts.
 */
export async function changesSince(commit: string): Promise<Changes | Failure> {
  try {
    const root = text(await git('.', ['rev-parse', '--show-toplevel'])).replace(/\n$/, '')
    const base = await baseOf(commit)
    const [old, tracked] = await Promise.all([oldPaths(root, base), trackedPaths(root)])
    const inRepository = async (path: string) =>
      relative(await realpath(root), await realpath(path))
        .split(sep)
        .join('/')
    return {
      async has(path) {
        const name = await inRepository(path)
        return old.has(name) || !tracked.has(name)
      },
      async narrow(file, settings) {
        const name = await inRepository(file.path)
        const before = old.get(name)
        if (before === undefined) return
        await narrowTo(file, settings, { root, base, before, name })
      },
    }
  } catch (error) {
    if (error instanceof GitError)
      return { path: `--changed-since ${commit}`, reason: error.message }
    throw error
  }
}

/**
 * The commit at which the present branch left another; that one itself if they have none in common. Before
 * the first commit, HEAD is a tree without files.
 */
async function baseOf(commit: string): Promise<string> {
  const name = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]
  const id = await git('.', name).then(
    (out) => text(out).trim(),
    async () => {
      if (commit === 'HEAD') return text(await git('.', EMPTY_TREE)).trim()
      throw new GitError(
        'git knows no such commit; fetch it first (git fetch origin; in a workflow: fetch-depth: 0)',
      )
    },
  )
  return git('.', ['merge-base', id, 'HEAD']).then(
    (out) => text(out).trim(),
    () => id,
  )
}

/** The path that each changed file had; a new file has none. */
async function oldPaths(root: string, base: string): Promise<Map<string, string | undefined>> {
  const raw = text(
    await git(root, ['diff', '--raw', '-z', '--find-renames', '--no-ext-diff', base, '--']),
  )
  const fields = raw.split('\0')
  const paths = new Map<string, string | undefined>()
  for (let index = 0; index + 1 < fields.length; ) {
    const status = fields[index]?.split(' ')[4]?.[0]
    const first = fields[index + 1] ?? ''
    const isRenamed = status === 'R' || status === 'C'
    paths.set(isRenamed ? (fields[index + 2] ?? '') : first, status === 'A' ? undefined : first)
    index += isRenamed ? 3 : 2
  }
  return paths
}

async function trackedPaths(root: string): Promise<Set<string>> {
  return new Set(text(await git(root, ['ls-files', '-z'])).split('\0'))
}

interface Version {
  readonly root: string
  readonly base: string
  /** The path of the old version, from the root. */
  readonly before: string
  /** The path of the present one. */
  readonly name: string
}

async function narrowTo(file: VFile, settings: Settings, version: Version): Promise<void> {
  const isOnChange = await onChangedLines(file, version)
  if (!file.messages.some(isOnChange)) {
    file.messages = []
    return
  }
  const left = await heldBefore(file, settings, version)
  const isOld = (finding: Finding) => {
    const key = keyOf(identityOf(file, finding))
    const times = left.get(key) ?? 0
    left.set(key, times - 1)
    return times > 0
  }
  // What stands on other lines was there before: of two equal sentences, it is the old one.
  const elsewhere = file.messages.filter((finding) => !isOnChange(finding))
  for (const finding of elsewhere) isOld(finding)
  file.messages = file.messages.filter((finding) => isOnChange(finding) && !isOld(finding))
}

/** Whether a finding may be new: it stands on a changed line, or lines do not say. */
async function onChangedLines(
  file: VFile,
  { root, base, before, name }: Version,
): Promise<(finding: Finding) => boolean> {
  const options = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--find-renames']
  const paths = [before, name].map((path) => `:(top,literal)${path}`)
  const patch = text(await git(root, ['diff', ...options, base, '--', ...new Set(paths)]))
  const ranges = changedLines(patch)
  if (ranges.length === 0 || /\r(?!\n)/.test(String(file))) return () => true
  return ({ place, location }) => {
    if (location || !place || !('start' in place)) return true
    const { start, end } = place
    return ranges.some(({ first, last }) => start.line <= last && end.line >= first)
  }
}

/** The lines of the new version that a patch without context adds; none if it compares no lines. */
function changedLines(patch: string) {
  const lines = patch.split('\n')
  const ranges: { first: number; last: number }[] = []
  for (let index = 0; index < lines.length; index++) {
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[index] ?? '')
    if (!hunk) continue
    const [removed, first, added] = [hunk[1] ?? 1, hunk[2], hunk[3] ?? 1].map(Number)
    ranges.push({ first: first ?? 0, last: (first ?? 0) + (added ?? 0) - 1 })
    // A line of text that looks like the head of a hunk is none.
    index += (removed ?? 0) + (added ?? 0)
  }
  return ranges
}

/**
 * How often each finding was there in the old version. A check of it that was stopped says nothing: it may have found
 * what more time would have found to be something else.
 */
async function heldBefore(
  file: VFile,
  settings: Settings,
  { root, base, before }: Version,
): Promise<Map<string, number>> {
  const value = await git(root, ['cat-file', '--filters', `${base}:${before}`]).catch(
    () => undefined,
  )
  const old = value && (await lintReadably(new VFile({ path: file.path, value }), settings))
  const times = new Map<string, number>()
  if (!old || 'reason' in old || old.data.unfinished) return times
  for (const finding of old.messages) {
    const key = keyOf(identityOf(old, finding))
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return times
}

function text(output: Buffer): string {
  return output.toString('utf8')
}
