/** Annotated files as LibreOffice and pandoc see them. */
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyEdits, editsOf } from '../../src/fix.ts'
import { stretchOf } from '../../src/index.ts'
import { AUTHOR, isWord, type Sample, writeSamples } from './samples.ts'

const run = promisify(execFile)
const LARGEST = { maxBuffer: 64_000_000 }

/** What the script beside this file prints of one document. */
interface Seen {
  readonly comments: readonly { readonly author: string; readonly words: string }[]
  readonly changes: readonly { readonly kind: string }[]
  readonly accepted: string
  readonly rejected: string
}

let folder = ''
let samples: readonly Sample[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-annotate-'))
  samples = await writeSamples(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

const words = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

describe('LibreOffice', () => {
  const seen = new Map<string, Seen>()

  beforeAll(async () => {
    await need('soffice', ['--version'], 'apt-get install libreoffice-writer')
    await need(PYTHON, ['-c', 'import uno'], 'apt-get install python3-uno')
    const paths = samples.flatMap(({ path, original }) => [original, path])
    const answers = await askLibreOffice(paths)
    for (const [index, answer] of answers.entries()) seen.set(paths[index] ?? '', answer)
  }, 300_000)

  test('sees every comment, on its words', () => {
    for (const { path, file, comments, elsewhere } of samples) {
      const own = seen.get(path)?.comments.filter(({ author }) => author === AUTHOR) ?? []
      expect(own.length, path).toBe(comments)
      if (elsewhere > 0) continue
      for (const { actual, fix } of file.messages.filter((message) => stretchOf(message))) {
        const marked = own.map((comment) => comment.words)
        if (fix === undefined) expect(marked, path).toContain(actual)
      }
    }
  })

  test('gives the original back where all changes are rejected', () => {
    for (const { path, original } of samples) {
      expect(seen.get(path)?.rejected, path).toBe(seen.get(original)?.rejected)
    }
  })

  test('gives the expected text where all are accepted', () => {
    for (const { path, original, file, replacements } of samples) {
      const edits = editsOf(file)
      expect(seen.get(path)?.changes.length, path).toBe(replacements * 2)
      if (replacements < edits.length) continue
      const before = words(String(file)).length - words(seen.get(original)?.accepted ?? '').length
      const expected = words(applyEdits(String(file), edits)).length
      expect(words(seen.get(path)?.accepted ?? '').length, path).toBe(expected - before)
    }
  })
})

describe('pandoc', () => {
  beforeAll(() => need('pandoc', ['--version'], 'apt-get install pandoc'))

  test('reads the text that we read', async () => {
    for (const { original, file } of samples) {
      const { stdout } = await run('pandoc', ['--to', 'plain', '--wrap', 'none', original], LARGEST)
      const missing = words(stdout).filter((word) => !String(file).includes(word))
      expect(missing, original).toEqual([])
    }
  })

  test('sees every comment and every change', async () => {
    for (const { path, comments, replacements } of samples.filter(isWord)) {
      const { stdout } = await run('pandoc', ['--track-changes=all', '--to', 'html', path], LARGEST)
      const count = (name: string) => stdout.split(`class="${name}"`).length - 1
      expect(count('comment-start'), path).toBe(comments)
      expect(count('comment-end'), path).toBe(comments)
      expect(count('insertion'), path).toBe(replacements)
    }
  })
})

const PYTHON = '/usr/bin/python3'

/** Fails with the cure if a program is not there. */
async function need(program: string, options: readonly string[], cure: string): Promise<void> {
  await run(program, options).catch(() => {
    throw new Error(`${program} ${options.join(' ')} fails: ${cure}`)
  })
}

/** Runs LibreOffice with a profile of its own, and asks it about some files. */
async function askLibreOffice(paths: readonly string[]): Promise<Seen[]> {
  const profile = join(folder, 'profile')
  const port = 20_000 + (process.pid % 20_000)
  const office = spawn(
    'soffice',
    [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${profile}`,
      `--accept=socket,host=127.0.0.1,port=${port};urp;`,
    ],
    { stdio: 'ignore' },
  )
  try {
    const script = ['test/clients/libreoffice.py', String(port), ...paths]
    const { stdout } = await run(PYTHON, script, { ...LARGEST, timeout: 280_000 })
    return stdout
      .trim()
      .split('\n')
      .map((line): Seen => JSON.parse(line))
  } finally {
    office.kill()
  }
}
