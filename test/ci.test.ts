/** What a pull request brings, in a repository with a past; and the other parts of use in CI. */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createMemoryCache } from '../src/cli/check/cache.ts'
import { changesSince } from '../src/cli/check/changed.ts'
import { type NarrowArguments, narrowingOf } from '../src/cli/check/narrow.ts'
import { countProgress } from '../src/cli/check/progress.ts'
import { run } from '../src/cli/check/run.ts'
import { expand } from '../src/cli/files.ts'
import { catalogue, lint, resolveSettings } from '../src/index.ts'
import { EXTENSIONS as READ } from '../src/readers/index.ts'
import { type ReporterName, reporters } from '../src/reporters/index.ts'
import { p, r, word } from './builders/word.ts'

const ROOT = resolve('.')
const COMMAND = resolve('dist/cli.js')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-ci-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

interface Surroundings {
  readonly input?: string
  readonly env?: Record<string, string>
}

/** Runs the command as a user does. */
function fairdraft(cwd: string, args: string[], { input = '', env = {} }: Surroundings = {}) {
  return new Promise<Outcome>((done) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28 }
    const child = execFile(process.execPath, [COMMAND, ...args], options, (error, out, err) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
    child.stdin?.end(input)
  })
}

function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org']
  const settings = [...who, '-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false']
  return execFileSync('git', [...settings, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' })
}

async function write(...[base, name, content]: [string, string, string | Uint8Array]) {
  const path = join(base, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

async function repository(name: string, files: Record<string, string | Uint8Array>) {
  const path = join(folder, name)
  await mkdir(path)
  git(path, 'init', '--quiet', '--initial-branch=main')
  for (const [file, content] of Object.entries(files)) await write(path, file, content)
  git(path, 'add', '.')
  git(path, 'commit', '--quiet', '--message=Before')
  return path
}

/** Rule and words of each finding in a report of `--reporter ndjson`. */
function found(out: string): string[] {
  return out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => JSON.parse(line).messages)
    .map(({ ruleId, actual }: { ruleId: string; actual: string }) => `${ruleId}: ${actual}`)
}

const LEGACY = 'The wardens met sex workers at the harbour.'
const TERM = 'The plan for sex work is long.'
const LAW = 'Keeping a brothel used for prostitution (section 33A) is a summary-only offence.'

/** A Word file with a paragraph for each text. */
function wordFile(...texts: readonly string[]): Uint8Array {
  return word({ body: texts.map((text) => p(r(text))).join('') })
}

/** 300 files that hold 2,000 findings: 200 files with seven, 100 with six. */
function legacyFiles(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 300 }, (_, number) => {
      const count = number < 200 ? 7 : 6
      const paragraphs = Array.from({ length: count }, (_unused, index) => {
        return `${LEGACY} Round ${index + 1} of ${number} was wet.`
      })
      return [`drafts/part ${number % 10}/draft-${number}.md`, `${paragraphs.join('\n\n')}\n`]
    }),
  )
}

describe('a pull request with one contested term and one mistake of law, among 2,000 old findings', () => {
  let path = ''
  const EXPECTED = ['offence-classification', 'prostitution/sex-work']

  beforeAll(async () => {
    path = await repository('legacy', legacyFiles())
    const accepted = await fairdraft(path, [
      'drafts',
      '--baseline',
      'base.json',
      '--update-baseline',
    ])
    expect(accepted.err).toBe('fairdraft: base.json: accepts 2000 findings now\n')
    expect(accepted.status).toBe(0)
    git(path, 'checkout', '--quiet', '-b', 'request')
    const [first, second] = ['drafts/part 3/draft-13.md', 'drafts/part 4/draft-24.md']
    const text = await readFile(join(path, first), 'utf8')
    await write(path, first, `# New heading\n\n${text.replace('Round 3', `${TERM} Round 3`)}`)
    await write(path, second, `${await readFile(join(path, second), 'utf8')}\n${LAW}\n`)
    // A file under another name, and a passage in another file, are no new findings.
    await rename(join(path, 'drafts/part 5/draft-25.md'), join(path, 'drafts/moved.md'))
    const paragraphs = (await readFile(join(path, 'drafts/part 6/draft-26.md'), 'utf8')).split(
      '\n\n',
    )
    await write(path, 'drafts/part 6/draft-26.md', paragraphs.reverse().join('\n\n'))
    git(path, 'add', '.')
    git(path, 'commit', '--quiet', '--message=Request')
    process.chdir(path)
  }, 120_000)
  afterAll(() => process.chdir(ROOT))

  /** How the ids of what was found are read from each format. */
  const FORMATS: { readonly [Name in ReporterName]?: (out: string) => (string | undefined)[] } = {
    ndjson: (out) => found(out).map((line) => line.split(':')[0]),
    sarif: (out) => JSON.parse(out).runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId),
    github: (out) => [...out.matchAll(/^::.*?title=([^:,]*)::/gm)].map(([, id]) => id),
    gitlab: (out) => JSON.parse(out).map((issue: { check_name: string }) => issue.check_name),
    junit: (out) => [...out.matchAll(/name="line \d+: ([^"]*)"/g)].map(([, id]) => id),
    checkstyle: (out) => [...out.matchAll(/source="fairdraft\.([^"]*)"/g)].map(([, id]) => id),
    unix: (out) => [...out.matchAll(/\((\S+)\)$/gm)].map(([, id]) => id),
    csv: (out) => [...out.matchAll(/"([^"]*)"\r\n/g)].map(([, id]) => id).slice(1),
    json: (out) =>
      JSON.parse(out).flatMap(({ messages }: { messages: { ruleId: string }[] }) =>
        messages.map(({ ruleId }) => ruleId),
      ),
  }

  /** What each format says of a run, by the ids that it names. */
  async function inEveryFormat(narrow: Partial<NarrowArguments>) {
    const narrowing = await narrowingOf({ fix: false, 'update-baseline': false, ...narrow })
    if (!('apply' in narrowing)) throw new Error(narrowing.map(({ reason }) => reason).join())
    const { paths } = await expand(['drafts'])
    const checked = await run(await narrowing.select(paths), { 'stdin-filename': 'stdin.md' })
    expect(await narrowing.apply(checked)).toEqual([])
    const options = { color: false, verbose: false, explainQuiet: false, width: 100, version: '0' }
    const settings = [...new Set(checked.settings.values())]
    const reports = Object.entries(FORMATS).map(async ([name, idsIn]) => {
      const reporter = await reporters[name as ReporterName]()
      return [name, idsIn(reporter(checked.files, settings, options)).sort()]
    })
    return Object.fromEntries(await Promise.all(reports))
  }

  const theseTwo = Object.fromEntries(Object.keys(FORMATS).map((name) => [name, EXPECTED]))

  test('--changed-since shows exactly these two, in every format', async () => {
    expect(await inEveryFormat({ 'changed-since': 'main' })).toEqual(theseTwo)
  })

  test('--baseline shows exactly these two, in every format', async () => {
    expect(await inEveryFormat({ baseline: 'base.json' })).toEqual(theseTwo)
  })

  test('two runs at once share a cache, and show these two', async () => {
    const args = ['drafts', '--baseline', 'base.json', '--cache', '--reporter', 'ndjson']
    const runs = await Promise.all([fairdraft(path, args), fairdraft(path, args)])
    for (const { status, out, err } of [...runs, await fairdraft(path, args)]) {
      expect(FORMATS.ndjson?.(out).sort()).toEqual(EXPECTED)
      expect([status, err]).toEqual([1, ''])
    }
    const entries = (await readdir(join(path, '.fairdraft-cache'))).sort()
    expect(entries).toHaveLength(301)
    expect(entries.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual(['.gitignore'])
    expect(git(path, 'status', '--porcelain', '--', '.fairdraft-cache')).toBe('')
  })

  test('both together show them too, and github writes the step summary', async () => {
    const summary = join(folder, 'summary.md')
    const args = ['--changed-since', 'main', '--baseline', 'base.json', '--reporter', 'github']
    const env = { GITHUB_STEP_SUMMARY: summary }
    const { out } = await fairdraft(path, ['drafts', ...args], { env })
    expect(FORMATS.github?.(out).sort()).toEqual(EXPECTED)
    const markdown = await readFile(summary, 'utf8')
    expect(markdown).toMatch(/^\*\*Fairdraft:\*\* 1 error and 1 suggestion in 4 files/)
    expect(markdown.match(/^\| line /gm)).toHaveLength(2)
    expect(markdown).toMatch(/House style: Recommended/)
  })
})

describe('--changed-since', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
  let path = ''

  beforeAll(async () => {
    path = await repository('changes', {
      'long line.md': `${LEGACY} It was wet. They left at nine.\n`,
      'binary.txt': utf16(`${LEGACY}\n\nIt was wet.\n`),
      'hunk.md': `${LEGACY}\n\nOne.\n\nTwo.\n`,
      'whole.md': `${LEGACY}\n`,
      'word.docx': wordFile(LEGACY, 'It was wet.'),
    })
    git(path, 'tag', 'before')
    await write(path, 'long line.md', `${LEGACY} It was dry. ${TERM} They left at nine.\n`)
    await write(path, 'binary.txt', utf16(`New.\n\nIt was wet.\n\n${LEGACY}\n\n${TERM}\n`))
    await write(path, 'hunk.md', `${LEGACY}\n\n@@ -1 +1 @@\n\n+++ b/x\n\n${TERM}\n\nTwo.\n`)
    await write(path, 'word.docx', wordFile('New.', 'It was wet.', LEGACY, TERM))
    await write(path, 'new “file”.md', `${LEGACY}\n`)
  })

  test('shows new sentences of long lines and of files without lines, and all of new files', async () => {
    const args = ['.', '--changed-since', 'before', '--reporter', 'json']
    const { out, err } = await fairdraft(path, args)
    expect(err).toBe('')
    const files: { path: string; messages: { actual: string }[] }[] = JSON.parse(out)
    const shown = files.map((file) => [file.path, file.messages.map(({ actual }) => actual)])
    expect(Object.fromEntries(shown)).toEqual({
      'binary.txt': ['sex work'],
      'hunk.md': ['sex work'],
      'long line.md': ['sex work'],
      'new “file”.md': ['sex workers'],
      'word.docx': ['sex work'],
    })
  })

  test('takes all for new before the first commit, as a hook meets it', async () => {
    const fresh = join(folder, 'fresh')
    await write(fresh, 'a.md', `${TERM}\n`)
    git(fresh, 'init', '--quiet')
    git(fresh, 'add', '.')
    const args = ['a.md', '--changed-since', 'HEAD', '--reporter', 'ndjson']
    const { out, err } = await fairdraft(fresh, args)
    expect(err).toBe('')
    expect(found(out)).toEqual(['prostitution/sex-work: sex work'])
  })

  test('says that a document was not read to its end, whatever was changed in it', async () => {
    const blank = '\n'.repeat(400_010)
    const long = await repository('long', { 'a.md': blank, 'b.md': `${LEGACY}\n\n${TERM}\n` })
    await write(long, 'a.md', `${blank}${LAW}\n`)
    await write(long, 'b.md', `${LEGACY}\n\n${TERM}\n\nNew.\n`)
    const args = ['--changed-since', 'HEAD', '--reporter', 'ndjson']
    const [first, second] = [
      await fairdraft(long, ['a.md', ...args]),
      await fairdraft(long, ['b.md', ...args, '--timeout', '0.000001']),
    ]
    expect(found(first.out)).toEqual([expect.stringContaining('document-budget')])
    expect(found(second.out)).toEqual([expect.stringContaining('document-budget')])
  })

  test('takes nothing from an old version whose check was stopped', async () => {
    const [old, next] = [`${TERM} It was wet.\n`, `${TERM} It was dry.\n`]
    const stopped = await repository('stopped old', { 'a.md': old })
    await write(stopped, 'a.md', next)
    const settings = resolveSettings({ extends: ['all'] }, catalogue)
    /** Findings of the changed file, if the check of its old version ends after so many looks at the clock. */
    const shownAfter = async (most: number) => {
      let looks = 0
      const timeout = { seconds: most, start: () => () => looks++ >= most }
      const file = await lint(new VFile({ path: join(stopped, 'a.md'), value: next }), settings)
      const all = file.messages.length
      const changes = await changesSince('HEAD')
      if (!('narrow' in changes)) throw new Error(changes.reason)
      await changes.narrow(file, { ...settings, timeout })
      return { isStopped: looks > most, all, shown: file.messages.length }
    }
    process.chdir(stopped)
    onTestFinished(() => process.chdir(ROOT))
    let most = 0
    for (; ; most++) {
      const { isStopped, all, shown } = await shownAfter(most)
      expect(shown).toBe(isStopped ? all : 0)
      if (!isStopped) break
    }
    expect(most).toBeGreaterThan(1)
  })

  test.each([
    [
      'a commit that is not there',
      'no-such',
      /--changed-since no-such: git knows no such commit; fetch it/,
    ],
    [
      'a name that looks like an option',
      '--output=x',
      /git knows no such commit|Not enough|Missing|Unknown/,
    ],
  ])('refuses %s', async (_what, commit, message) => {
    const { status, err } = await fairdraft(path, ['.', `--changed-since=${commit}`])
    expect(status).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('--baseline', () => {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))

  test('keeps reasons, brings a finding back after its last day, and names what is stale', async () => {
    await write(folder, 'kept/a.md', `${LEGACY}\n\n${TERM}\n`)
    const args = ['kept', '--baseline', 'kept.json', '--reporter', 'ndjson']
    await fairdraft(folder, [...args, '--update-baseline'])
    const { findings } = await read('kept.json')
    expect(findings).toHaveLength(2)
    Object.assign(findings[0], { reason: 'the fund’s own name', until: '2027-03-01' })
    await write(folder, 'kept.json', JSON.stringify({ version: 1, findings }))

    const on = (day: string) => ({ env: { SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000) } })
    expect(found((await fairdraft(folder, args, on('2027-03-01'))).out)).toEqual([])
    const later = await fairdraft(folder, args, on('2027-03-02'))
    expect(found(later.out)).toHaveLength(1)
    expect(later.out).toContain(
      '(The baseline accepted this until 2027-03-01: the fund’s own name.)',
    )

    await write(folder, 'kept/a.md', `${TERM}\n\nNew.\n`)
    const stale = await fairdraft(folder, args, on('2027-03-01'))
    expect(stale.err).toMatch(
      /^fairdraft: kept\.json: 1 entry fits nothing any more \(\S+ “sex \S+” in kept\/a\.md\); --update-baseline removes it\n$/,
    )
    expect(stale.status).toBe(0)
    await fairdraft(folder, [...args, '--update-baseline'], on('2027-03-01'))
    expect((await read('kept.json')).findings).toEqual(findings.slice(1))
  })

  test('keeps what it accepts of a file whose check was stopped, and calls none of it stale', async () => {
    await write(folder, 'slow/a.md', `${LEGACY}\n\n${TERM}\n\n${TERM}\n`)
    const args = ['slow', '--baseline', 'slow.json', '--reporter', 'ndjson']
    await fairdraft(folder, [...args, '--update-baseline'])
    const { findings } = await read('slow.json')
    const stopped = [...args, '--timeout', '0.000001']
    const { out, err } = await fairdraft(folder, stopped)
    expect(found(out)).toEqual([expect.stringContaining('document-budget')])
    expect(err).toBe('')
    await fairdraft(folder, [...stopped, '--update-baseline'])
    expect((await read('slow.json')).findings).toEqual(findings)
    const { out: after } = await fairdraft(folder, args)
    expect(found(after)).toEqual([])
  })

  test('accepts no document that was not checked to its end: each run says so', async () => {
    await write(folder, 'stopped/a.md', `${LEGACY}\n`)
    const args = ['stopped', '--baseline', 'stopped.json', '--timeout', '0.000001']
    const update = await fairdraft(folder, [...args, '--reporter', 'ndjson', '--update-baseline'])
    expect(update.err).toBe('fairdraft: stopped.json: accepts 0 findings now\n')
    expect((await read('stopped.json')).findings).toEqual([])
    const { out } = await fairdraft(folder, [...args, '--reporter', 'json'])
    for (const report of [update.out, out]) expect(report).toContain('document-budget')
  })

  test('knows the findings of a Word file, wherever a paragraph has gone', async () => {
    await write(folder, 'office/a.docx', wordFile(LEGACY, 'It was wet.'))
    const args = ['office', '--baseline', 'office.json', '--reporter', 'unix']
    await fairdraft(folder, [...args, '--update-baseline'])
    await write(folder, 'office/a.docx', wordFile('New.', 'It was wet.', LEGACY, TERM))
    const { out, err } = await fairdraft(folder, args)
    expect(err).toBe('')
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^office\/a\.docx:1:1: .*\(paragraph 4\) \(prostitution\/sex-work\)$/),
    ])
  })

  test.each([
    ['not JSON', '{', /bad\.json:\d+:\d+: is not valid YAML/],
    ['without a key', '{"version": 1}', /bad\.json:1:1: .*findings/],
    [
      'with a day that is none',
      '{"version": 1, "findings": [\n{"path":"a","ruleId":"b","words":"c","sentence":"d","until":"2027-02-30"}]}',
      /bad\.json:2:\d+: until is "2027-02-30", no day; write one like 2027-03-01/,
    ],
  ])('refuses a file that is %s', async (_what, content, message) => {
    await write(folder, 'bad.json', content)
    const { status, err } = await fairdraft(folder, ['kept', '--baseline', 'bad.json'])
    expect(err).toMatch(message)
    expect(status).toBe(2)
  })
})

test('--cache gives the same report, whatever became of its entries', async () => {
  await write(folder, 'cached/a.md', `${LEGACY}\n\n${TERM}\n`)
  const args = ['cached', '--reporter', 'json', '--explain-quiet']
  const { out: plain } = await fairdraft(folder, args)
  expect((await fairdraft(folder, [...args, '--cache'])).out).toBe(plain)
  expect((await fairdraft(folder, [...args, '--cache'])).out).toBe(plain)
  const cache = join(folder, '.fairdraft-cache')
  for (const name of await readdir(cache)) await writeFile(join(cache, name), '{"value":')
  expect((await fairdraft(folder, [...args, '--cache'])).out).toBe(plain)
  await write(folder, 'cached/fairdraft.yml', 'rules:\n  sex-work: off\n')
  const { out } = await fairdraft(folder, [...args, '--cache'])
  expect(out).not.toContain('prostitution/sex-work"')
})

test('an ignore comment holds until its last day, and its finding comes back and says so', async () => {
  const comment = (until: string) =>
    `<!-- fairdraft-ignore-next sex-work until ${until}: a name -->`
  await write(folder, 'until.md', `${comment('2027-03-01')}\n\n${TERM}\n`)
  await write(folder, 'spring.md', `${comment('spring')}\n\n${TERM}\n`)
  const args = ['until.md', '--reporter', 'ndjson']
  const on = (day: string) => ({ env: { SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000) } })
  expect(found((await fairdraft(folder, args, on('2027-03-01'))).out)).toEqual([])
  const { out } = await fairdraft(folder, args, on('2027-03-02'))
  expect(found(out)).toEqual(['prostitution/sex-work: sex work'])
  expect(out).toContain('(An ignore comment held until 2027-03-01.)')
  const spring = await fairdraft(folder, ['spring.md', '--reporter', 'ndjson'])
  expect(spring.out).toContain('like 2027-03-01, not \\"spring\\"')
  expect(found(spring.out).map((line) => line.split(':')[0])).toEqual(['ignore-directive'])
})

describe('--stdin-ndjson', () => {
  const lines = (documents: unknown[]) =>
    documents.map((one) => `${JSON.stringify(one)}\n`).join('')

  test('prints a line for each document, as a run over files would', async () => {
    const documents = [
      { id: 7, path: 'a.md', text: `# T\n\n${TERM}\u2028${LEGACY}` },
      { id: 'b', text: '' },
      { path: 'c.txt', text: LEGACY },
    ]
    const { out, status } = await fairdraft(folder, ['--stdin-ndjson'], { input: lines(documents) })
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id, path }) => [id, path])).toEqual([
      [7, 'a.md'],
      ['b', 'stdin.md'],
      [undefined, 'c.txt'],
    ])
    expect(status).toBe(0)
    await write(folder, 'stream/a.md', documents[0]?.text ?? '')
    const { out: file } = await fairdraft(join(folder, 'stream'), ['a.md', '--reporter', 'ndjson'])
    expect({ id: 7, ...JSON.parse(file) }).toEqual(answers[0])
  })

  test('keeps nothing of what it has answered: many documents need no more memory than one', async () => {
    const documents = Array.from({ length: 200 }, (_, id) => ({
      id,
      text: Array.from({ length: 20 }, (_, at) => `Ward ${id}, ${at}: ${TERM}`).join('\n\n'),
    }))
    const { out, status } = await fairdraft(folder, ['--stdin-ndjson'], {
      input: lines(documents),
      // Megabytes: too few for all of them together.
      env: { NODE_OPTIONS: '--max-old-space-size=48' },
    })
    expect(status).toBe(0)
    expect(out.match(/"ruleId"/g)).toHaveLength(200 * 20)
  })

  test('answers a broken line with an error in its place, under its id', async () => {
    const input = `{"text":\n\n[1]\n{"id":1,"text":5}\n{"id":"b","path":7,"text":""}\n${lines([{ id: 2, text: TERM }])}`
    const { out, err, status } = await fairdraft(folder, ['--stdin-ndjson'], { input })
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ error = '' }) => error.split(';')[0])).toEqual([
      'is not JSON',
      'has no "text" that is a string',
      'has no "text" that is a string',
      'has a "path" that is no name',
      '',
    ])
    expect(answers.map(({ id }) => id)).toEqual([undefined, undefined, 1, 'b', 2])
    expect(err).toMatch(/^fairdraft: standard input, line 1: is not JSON; write \{/)
    expect(status).toBe(2)
  })
})

test('--reporter ndjson prints a file before it reads the next', async () => {
  await write(folder, 'first.md', `${TERM}\n`)
  const child = spawn(process.execPath, [COMMAND, 'first.md', '-', '--reporter', 'ndjson'], {
    cwd: folder,
  })
  try {
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    expect(JSON.parse((await lines.next()).value).path).toBe('first.md')
    child.stdin.end(`${LEGACY}\n`)
    expect(JSON.parse((await lines.next()).value).path).toBe('stdin.md')
    expect((await lines.next()).done).toBe(true)
  } finally {
    child.kill()
  }
})

test('a long run is counted on a terminal, and nowhere else', () => {
  const own = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY')
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    if (own) Object.defineProperty(process.stderr, 'isTTY', own)
    else Reflect.deleteProperty(process.stderr, 'isTTY')
  })
  const counted = (isTTY: boolean) => {
    write.mockClear()
    Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true })
    const { next, hide } = countProgress(3)
    next()
    hide()
    vi.advanceTimersByTime(2000)
    next()
    hide()
    return write.mock.calls.map(([text]) => text)
  }
  expect(counted(false)).toEqual([])
  expect(counted(true)).toEqual(['\r2/3 files…', '\r\u001B[K'])
})

test('--max-warnings counts over all files and documents, and --quiet leaves suggestions out', async () => {
  const text = `The force has robust measures in place. ${TERM}\n`
  await write(folder, 'warned/a.md', text)
  await write(folder, 'warned/b.md', text)
  const input = `${JSON.stringify({ text })}\n`.repeat(2)
  const args = ['--quiet', '--max-warnings', '1']
  for (const asked of [
    ['warned', '--reporter', 'ndjson'],
    ['warned', '--reporter', 'json'],
    ['--stdin-ndjson'],
  ]) {
    const { out, status } = await fairdraft(folder, [...asked, ...args], { input })
    expect(out.match(/"severity": ?"warning"/g)).toHaveLength(2)
    expect(out).not.toMatch(/"suggestion"/)
    expect(status).toBe(1)
  }
})

test('--watch checks again when a file changes', async () => {
  await write(folder, 'watched/a.md', 'Nothing.\n')
  const child = spawn(process.execPath, [COMMAND, 'watched', '--watch', '--reporter', 'unix'], {
    cwd: folder,
  })
  try {
    let out = ''
    const said = (pattern: RegExp) =>
      new Promise<void>((done) => {
        const look = (chunk?: Buffer) => {
          out += chunk ?? ''
          if (pattern.test(out)) done()
        }
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        look()
      })
    await said(/watching/)
    await write(folder, 'watched/deep/b.md', `${TERM}\n`)
    await said(/watched\/deep\/b\.md:1:14: suggestion/)
    await write(folder, 'watched/fairdraft.yml', 'rules:\n  sex-work: error\n')
    await said(/watched\/deep\/b\.md:1:14: error/)
  } finally {
    child.kill()
  }
})

test('--watch leaves its own report alone, and remembers the latest of each document only', async () => {
  const path = join(folder, 'reported')
  await write(path, 'drafts/a.md', `${TERM}\n`)
  const report = join(path, 'drafts/report.md')
  const output = ['--reporter', 'markdown', '--output', report]
  // The second name has no file: each run says so.
  const child = spawn(process.execPath, [COMMAND, 'drafts', 'none.md', '--watch', ...output], {
    cwd: path,
  })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  /** A draft comes in one step; the report then names it. */
  const bring = async (name: string) => {
    await write(path, name, `${TERM}\n`)
    await rename(join(path, name), join(path, 'drafts', name))
    await vi.waitFor(async () => expect(await readFile(report, 'utf8')).toContain(name), 30_000)
  }
  try {
    await vi.waitFor(() => expect(err).toContain('watching'), 30_000)
    await bring('b.md')
    // Longer than the time between two looks at the folder.
    await pause(3000)
    await bring('c.md')
    expect(await readFile(report, 'utf8')).not.toContain('report.md')
    await vi.waitFor(() => expect(err.match(/none\.md/g)).toHaveLength(3))
  } finally {
    child.kill()
  }
  const cache = createMemoryCache()
  const file = new VFile({ path: 'a.md', value: 'x' })
  for (const key of ['first', 'second', 'second']) await cache.write(key, file)
  expect(await cache.read('first')).toBeUndefined()
  expect(await cache.read('second')).toBeDefined()
})

test.each([
  [['--update-baseline', 'a.md'], /--update-baseline: needs the file to write: --baseline FILE/],
  [['-', '--changed-since', 'main'], /standard input: cannot be compared/],
  [['--stdin-ndjson', 'a.md'], /--stdin-ndjson: reads documents from standard input/],
  [['--stdin-ndjson', '--reporter', 'sarif'], /--stdin-ndjson: .*leave out --reporter sarif/],
])('%j is refused, with the right form', async (args, message) => {
  const { status, err } = await fairdraft(folder, args)
  expect(err).toMatch(message)
  expect(status).toBe(2)
})

test('the hook for pre-commit takes every format that is read', async () => {
  const [, pattern = ''] =
    /files: \(\?i\)(.*)/.exec(await readFile(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) ?? []
  const names = READ.map((ending) => `a${ending}`)
  expect(names.filter((name) => !new RegExp(pattern, 'i').test(name))).toEqual([])
})
