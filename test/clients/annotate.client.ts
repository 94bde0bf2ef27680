/** Annotated files as other programs see them: LibreOffice, Microsoft’s validator, pandoc. */
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { applyEdits, editsOf } from '../../src/fix.ts'
import { annotate, catalogue, lint, resolveSettings, stretchOf } from '../../src/index.ts'
import { asOdt, asWord, draftOf } from '../builders/draft.ts'

const run = promisify(execFile)
const LARGEST = { maxBuffer: 64_000_000 }
const VALIDATOR = 'test/clients/node_modules/.bin/ooxml-validator'
const AUTHOR = 'A. Reader'
const settings = resolveSettings({ extends: ['recommended'] }, catalogue)

/** What the script beside this file prints of one document. */
interface Seen {
  readonly comments: readonly { readonly author: string; readonly words: string }[]
  readonly changes: readonly { readonly kind: string }[]
  readonly accepted: string
  readonly rejected: string
}

interface Sample {
  readonly path: string
  readonly original: string
  readonly file: VFile
  readonly replacements: number
  readonly elsewhere: number
}

let samples: readonly Sample[] = []

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fairdraft-annotate-'))
  const drafts = fc.sample(draftOf(true), { numRuns: 6, seed: 20_260_301 })
  const formats = [
    ['docx', asWord],
    ['odt', asOdt],
  ] as const
  samples = await Promise.all(
    formats.flatMap(([extension, write]) =>
      drafts.map(async (draft, index) => {
        const bytes = write(draft)
        const original = join(folder, `${index}.${extension}`)
        const path = join(folder, `${index}-annotated.${extension}`)
        const file = await lint(new VFile({ path: original, value: bytes }), settings)
        const done = await annotate(bytes, file, { author: AUTHOR, date: new Date() })
        await writeFile(original, bytes)
        await writeFile(path, done.bytes)
        const { replacements } = done
        return { path, original, file, replacements, elsewhere: done.elsewhere.length }
      }),
    ),
  )
})

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
    for (const { path, file, elsewhere } of samples) {
      const own = seen.get(path)?.comments.filter(({ author }) => author === AUTHOR) ?? []
      const placed = file.messages.filter((message) => stretchOf(message))
      const general = file.messages.length > placed.length ? 1 : 0
      expect(own.length, path).toBe(placed.length + general)
      if (elsewhere > 0) continue
      for (const { actual, fix } of placed) {
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

describe('Microsoft’s Open XML SDK', () => {
  beforeAll(() => {
    if (existsSync(VALIDATOR)) return
    throw new Error(`${VALIDATOR} is missing: npm ci --prefix test/clients`)
  })

  test('finds no kind of mistake that the original does not have', async () => {
    for (const { path, original } of samples.filter((sample) => sample.path.endsWith('.docx'))) {
      const known = await mistakesIn(original)
      const kinds = await mistakesIn(path)
      expect(
        [...kinds].filter((kind) => !known.has(kind)),
        path,
      ).toEqual([])
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

  test('sees a comment for each finding in the body, and every change', async () => {
    for (const { path, replacements } of samples.filter((sample) =>
      sample.path.endsWith('.docx'),
    )) {
      const { stdout } = await run('pandoc', ['--track-changes=all', '--to', 'html', path], LARGEST)
      const count = (name: string) => stdout.split(`class="${name}"`).length - 1
      const comments = (await readFile(path)).length > 0 ? count('comment-start') : 0
      expect(comments, path).toBe(count('comment-end'))
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
  const profile = await mkdtemp(join(tmpdir(), 'fairdraft-libreoffice-'))
  await mkdir(profile, { recursive: true })
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

/** The kinds of mistakes that the validator finds in a file. */
async function mistakesIn(path: string): Promise<Set<string>> {
  const asked = run(VALIDATOR, [path, '--officeVersion', 'Microsoft365'], LARGEST)
  const { stdout } = await asked.catch((failure: { stdout: string }) => failure)
  const answer: { errors?: { id: string; description: string }[] } = JSON.parse(stdout)
  return new Set((answer.errors ?? []).map(({ id, description }) => `${id} ${description}`))
}
