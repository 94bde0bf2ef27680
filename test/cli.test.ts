/** The command, run as a user runs it. */
import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultOf } from '../src/fault.ts'
import { keysOf } from '../src/fields.ts'
import { readWord } from '../src/readers/word.ts'
import { p, r, word } from './builders/word.ts'

const COMMAND = resolve('dist/cli.js')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  status: number
  out: string
  err: string
}

function fairdraft(args: string[], input = '', cwd = folder): Promise<Outcome> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [COMMAND, ...args], { cwd }, (error, out, err) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
    child.stdin?.end(input)
  })
}

async function write(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
}

const jsonOf = (
  out: string,
): { path: string; messages: { ruleId: string; severity: string; place: object }[] }[] =>
  JSON.parse(out)

describe('what the exit status says', () => {
  test('0 for a clean file, and an empty file is clean', async () => {
    await write('clean.md', 'The library opens at nine.')
    await write('empty.md', '')
    const { status, out } = await fairdraft(['clean.md', 'empty.md', '--reporter', 'json'])
    expect(status).toBe(0)
    expect(jsonOf(out)).toEqual([
      { path: 'clean.md', messages: [] },
      { path: 'empty.md', messages: [] },
    ])
  })

  test('2 where a plugin waits for what never comes', async () => {
    await write('waits.mjs', 'export default () => () => new Promise(() => {})')
    await write('clean.md', 'The library opens at nine.')
    const { status, out, err } = await fairdraft(['clean.md', '--plugin', 'waits.mjs'])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(
      /^fairdraft: a fault in Fairdraft or a plugin; .*waited for what never came/,
    )
  })

  test('2 and one line where a plugin fails when nobody waits for it, without words or paths', async () => {
    await write('clean.md', 'The library opens at nine.')
    const throwers = {
      fault: `throw new RangeError('We met\\n    at home')`,
      text: `throw 'We met'`,
      system: `readFileSync('${join(folder, 'none.txt')}')`,
      rejection: `Promise.reject(new RangeError('We met'))`,
    }
    const reasons = {
      fault: 'a fault in Fairdraft or a plugin; please report it: RangeError at .*late.mjs:3:.*',
      text: 'a fault in Fairdraft or a plugin; please report it: string',
      system: "ENOENT: no such file or directory, open 'none.txt'",
      rejection:
        'a fault in Fairdraft or a plugin; please report it: RangeError at .*late.mjs:3:.*',
    }
    for (const name of keysOf(throwers)) {
      const late = `import { readFileSync } from 'node:fs'
        export default () => async () => { setTimeout(() => {
          ${throwers[name]}
        }); await new Promise((done) => setTimeout(done, 1000)) }`
      await write('late.mjs', late)
      const { status, err } = await fairdraft(['clean.md', '--plugin', 'late.mjs'])
      expect(err).toMatch(new RegExp(`^fairdraft: ${reasons[name]}\n$`))
      expect(err).not.toMatch(/We met|home|[\\/]/)
      expect(status).toBe(2)
    }
  })

  test.each([['lsp'], ['serve', '--port', '0']])(
    '2 and one line where %s fails later',
    async (...args) => {
      const late = `setInterval(() => {
      const serves = process.listenerCount('SIGTERM') + process.stdin.listenerCount('data') > 0
      if (serves) throw new RangeError('We met')
    })`
      const options = ['--import', `data:text/javascript,${encodeURIComponent(late)}`]
      const child = spawn(process.execPath, [...options, COMMAND, ...args])
      const errors: Buffer[] = []
      child.stderr.on('data', (chunk) => errors.push(chunk))
      const [status] = await once(child, 'close')
      expect(String(Buffer.concat(errors))).toMatch(
        /^fairdraft: a fault in Fairdraft or a plugin; please report it: RangeError at .*\n$/,
      )
      expect(status).toBe(2)
    },
  )

  test('1 from the severity that --fail-on names', async () => {
    await write('visits.md', 'Officers make welfare visits to brothels.')
    expect((await fairdraft(['visits.md'])).status).toBe(0)
    expect((await fairdraft(['visits.md', '--fail-on', 'warning'])).status).toBe(1)
    expect((await fairdraft(['visits.md', '--max-warnings', '0'])).status).toBe(1)
    expect((await fairdraft(['visits.md', '--fail-on', 'never'])).status).toBe(0)
  })

  test('0 where a check was stopped, unless warnings count: a finding says so, and no cache keeps it', async () => {
    await write('slow.md', 'We met sex workers.\n')
    const stopped = ['slow.md', '--reporter', 'json', '--cache', '--timeout', '0.000001']
    const { status, out } = await fairdraft(stopped)
    expect(status).toBe(0)
    expect(jsonOf(out)[0]?.messages).toMatchObject([
      { ruleId: 'document-budget', severity: 'warning', place: { start: { offset: 0 } } },
    ])
    expect(out).toContain('took more than 0.000001 seconds of processor time')
    expect((await fairdraft([...stopped, '--max-warnings', '0'])).status).toBe(1)
    const again = await fairdraft(['slow.md', '--reporter', 'json', '--cache'])
    expect(jsonOf(again.out)[0]?.messages).toMatchObject([{ ruleId: 'prostitution/sex-worker' }])
    for (const wrong of ['0', '-1', 'soon']) {
      const { status, err } = await fairdraft(['slow.md', `--timeout=${wrong}`])
      expect([status, err]).toEqual([2, expect.stringContaining('--timeout: must be a number')])
    }
  })

  test('2 for wrong use, with the cure', async () => {
    const { status, err } = await fairdraft(['--repoter', 'json', 'clean.md'])
    expect(status).toBe(2)
    expect(err).toMatch(/repoter/)
    expect((await fairdraft([])).status).toBe(2)
  })

  test.each([
    [
      ['clean.md', '--reporter', 'json', '--reporter', 'csv'],
      '--reporter was given more than once',
    ],
    [['clean.md', '--output', 'a', '--output=b'], '--output was given more than once'],
    [['-', '--stdin-filename', ''], '--stdin-filename: must not be empty'],
    [['serve', '--host', ''], '--host: must not be empty'],
    [['annotate', 'a.docx', '--output', 'a', '--output', 'b'], '--output was given more than once'],
  ])('2 and one line for %j', async (args, reason) => {
    const { status, out, err } = await fairdraft(args)
    expect(err).toMatch(/^fairdraft: [^\n]*\n$/)
    expect(err).toContain(reason)
    expect([status, out]).toEqual([2, ''])
  })

  test.runIf(existsSync('/dev/full'))('2 if the disk is full', async () => {
    await write('clean.md', 'The library opens at nine.')
    const full = openSync('/dev/full', 'w')
    const run = spawnSync(process.execPath, [COMMAND, 'clean.md'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect(run.stderr).toBe('fairdraft: ENOSPC: no space left on device, write\n')
    expect(run.status).toBe(2)
  })
})

test.each([
  ['fn (file:///home/me/a.js:1:2)', 'fn (a.js:1:2)'],
  ['async fn (/home/me (old)/a.cjs:1:2)', 'async fn (a.cjs:1:2)'],
  ['/home/me (old)/a.cjs:1:2', 'a.cjs:1:2'],
  ['new Own (C:\\Users\\me\\a.js:1:2)', 'new Own (a.js:1:2)'],
  ['async Promise.all (index 0)', 'async Promise.all (index 0)'],
])('of the place of a fault, %s, the name is told', (place, told) => {
  const error = new TypeError('We met\n    at home')
  error.stack = `${error}\n    at ${place}`
  expect(faultOf(error)).toBe(`TypeError at ${told}`)
})

test('a fault in one file costs the others nothing, and quotes no word of it', async () => {
  await write('a.md', 'We met sex workers.')
  await write('b.md', 'He committed suicide.')
  await write(
    'faulty.mjs',
    `export default () => (_tree, file) => { if (file.path === 'a.md') throw new RangeError('We met') }`,
  )
  const { status, out, err } = await fairdraft([
    'a.md',
    'b.md',
    '--plugin',
    'faulty.mjs',
    '--reporter',
    'unix',
  ])
  expect(err).toMatch(
    /^fairdraft: a\.md: could not be checked because of a fault [^\n]*: RangeError at [^\n]*faulty\.mjs:1:\d+[^\n]*\n$/,
  )
  expect(err).not.toContain('We met')
  expect(out).toMatch(/^b\.md:1:/)
  expect(status).toBe(2)
})

test('a name of figures is a name, and preset may be named again', async () => {
  await write('007', 'We met sex workers.')
  const { out, err } = await fairdraft([
    '--reporter',
    'json',
    '--preset',
    'all',
    '--preset',
    'recommended',
    '--',
    '007',
  ])
  expect(err).toBe('')
  expect(jsonOf(out).map(({ path }) => path)).toEqual(['007'])
})

test('--version is that of Fairdraft, whatever stands in the folder', async () => {
  await write('elsewhere/package.json', '{"version": "9\\u001b[2J"}')
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  expect(await fairdraft(['--version'], '', join(folder, 'elsewhere'))).toEqual({
    status: 0,
    out: `${version}\n`,
    err: '',
  })
})

describe('what cannot be read is named on one line, and the rest is still checked', () => {
  beforeAll(async () => {
    await write('good.md', 'Officers make welfare visits to brothels.')
  })

  async function withBad(args: string[]) {
    const outcome = await fairdraft([...args, 'good.md', '--reporter', 'json'])
    expect(outcome.status).toBe(2)
    expect(outcome.err.trim().split('\n')).toHaveLength(1)
    expect(
      jsonOf(outcome.out).find(({ path }) => path === 'good.md')?.messages.length,
    ).toBeGreaterThan(0)
    return outcome.err
  }

  test('a missing path', async () => {
    expect(await withBad(['missing.md'])).toBe(
      'fairdraft: missing.md: no such file or folder; check the path\n',
    )
  })

  test('a binary file', async () => {
    await write(
      'picture.md',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2]),
    )
    expect(await withBad(['picture.md'])).toMatch(/^fairdraft: picture\.md: .*PNG/)
  })

  test('an undecodable file', async () => {
    await write('broken.md', new Uint8Array([0x61, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x01, 0x02, 0x62]))
    expect(await withBad(['broken.md'])).toMatch(/^fairdraft: broken\.md: /)
  })

  test('a link to nowhere', async () => {
    await symlink('nowhere.md', join(folder, 'link.md'))
    expect(await withBad(['link.md'])).toMatch(/^fairdraft: link\.md: no such file/)
  })

  test('an unknown preset, with the nearest known', async () => {
    expect(await withBad(['--preset', 'nordic-modle'])).toMatch(
      /Unknown preset "nordic-modle" \(did you mean "nordic-model"\?\)/,
    )
  })

  test.each([
    [
      'a mistake of YAML',
      'extends: [recommended',
      /^fairdraft: bad\/fairdraft\.yml:1:\d+: is not valid YAML/,
    ],
    [
      'an unknown key',
      'rulez:\n  sex-work: off\n',
      /bad\/fairdraft\.yml:1:1: unknown key "rulez" \(did you mean "rules"\?\)/,
    ],
    [
      'an unknown term',
      'rules:\n  sex-wrok: off\n',
      /bad\/fairdraft\.yml:2:3: Unknown rule or term "sex-wrok" \(did you mean "sex-work"\?\)/,
    ],
    [
      'a wrong level',
      'rules:\n  sex-work: warn\n',
      /bad\/fairdraft\.yml:2:13: rules\.sex-work is "warn" \(did you mean "warning"\?\)/,
    ],
    [
      'an unknown preset',
      'extends: [recomended]\n',
      /bad\/fairdraft\.yml:1:\d+: Unknown preset "recomended" \(did you mean "recommended"\?\)/,
    ],
  ])('a broken fairdraft.yml: %s', async (_name, content, message) => {
    await write('bad/fairdraft.yml', content)
    await write('bad/draft.md', 'Nothing.')
    expect(await withBad(['bad'])).toMatch(message)
  })
})

test('Windows-1252 is read, and said to be so', async () => {
  await write(
    'old.txt',
    new Uint8Array([
      ...Buffer.from('The caf'),
      0xe9,
      ...Buffer.from(' near the brothel \x93sex work\x94', 'latin1'),
    ]),
  )
  const { status, out } = await fairdraft(['old.txt', '--reporter', 'json'])
  expect(status).toBe(0)
  expect(out).toMatch(/Windows-1252/)
})

test('standard input goes by the name it is given', async () => {
  const { out } = await fairdraft(
    ['-', '--stdin-filename', 'notes.txt', '--reporter', 'json'],
    'We met sex workers.',
  )
  expect(jsonOf(out)[0]?.path).toBe('notes.txt')
  expect(jsonOf(out)[0]?.messages[0]?.ruleId).toBe('prostitution/sex-worker')
})

test('a folder is every supported file below it, but for hidden ones and node_modules', async () => {
  await write('tree/a.md', '')
  await write('tree/deep/b.txt', '')
  await write('tree/c.png', '')
  await write('tree/.hidden/d.md', '')
  await write('tree/node_modules/e.md', '')
  const { out } = await fairdraft(['tree', '--reporter', 'json'])
  expect(jsonOf(out).map(({ path }) => path)).toEqual(['tree/a.md', 'tree/deep/b.txt'])
})

test('the nearest fairdraft.yml above a file counts', async () => {
  await write('house/fairdraft.yml', 'rules:\n  sex-worker: error\n')
  await write('house/deep/draft.md', 'We met sex workers.')
  const { status, out } = await fairdraft(['house', '--reporter', 'json'])
  expect(jsonOf(out)[0]?.messages.map(({ severity }) => severity)).toEqual(['error'])
  expect(status).toBe(1)
})

test('pretty says each term once, counts the rest, and names the house style', async () => {
  await write(
    'many.md',
    Array.from({ length: 40 }, () => 'We met sex workers in the town.').join('\n\n'),
  )
  const { out } = await fairdraft(['many.md'])
  expect(out.match(/is disputed/g)).toHaveLength(1)
  expect(out).toMatch(/and 39 more \(lines 3, 5, 7/)
  expect(out).toMatch(/40 suggestions in 1 file/)
  expect(out).toMatch(/House style: Recommended, by .* it takes no side/)
})

test('--explain-quiet lists what was left alone and why', async () => {
  await write('quoted.md', 'The term “sex work” is disputed.')
  expect((await fairdraft(['quoted.md', '--explain-quiet'])).out).toMatch(
    /1:11 {2}sex work {2}prostitution\/sex-work: mention/,
  )
})

test('an ignore comment silences, and wants a reason and a known id', async () => {
  await write(
    'ignored.md',
    '<!-- fairdraft-ignore-next sex-worker: the name of the fund -->\n\nWe met sex workers.\n\n<!-- fairdraft-ignore-next sex-wroker -->\n\nWe met sex workers.\n',
  )
  const { out } = await fairdraft(['ignored.md', '--reporter', 'json'])
  expect(jsonOf(out)[0]?.messages.map(({ ruleId }) => ruleId)).toEqual([
    'ignore-directive',
    'ignore-directive',
    'prostitution/sex-worker',
  ])
})

test('a report does not replace what it was made of, nor is it checked itself', async () => {
  await write('own/d.md', 'We met sex workers.\n')
  await symlink('d.md', join(folder, 'own/link.md'))
  const cwd = join(folder, 'own')
  for (const [command, output] of [
    [['d.md'], 'd.md'],
    [['d.md', '--fix'], 'link.md'],
    [['link.md'], './d.md'],
    [['e.md', '--questions', 'd.md'], 'd.md'],
    [['profile', 'd.md'], 'd.md'],
    [['compare', 'none.md', 'd.md'], 'd.md'],
  ] as const) {
    const { status, err } = await fairdraft([...command, '--output', output], '', cwd)
    expect([status, err]).toEqual([2, expect.stringContaining('is the file itself')])
  }
  expect(await readFile(join(cwd, 'd.md'), 'utf8')).toBe('We met sex workers.\n')
  const report = ['--reporter', 'markdown', '--output', 'report.md']
  for (const named of [['.'], ['*.md'], ['profile', '.']]) {
    await fairdraft([...named, ...report], '', cwd)
    const first = await readFile(join(cwd, 'report.md'), 'utf8')
    await fairdraft([...named, ...report], '', cwd)
    expect(first).toContain('d.md')
    expect(await readFile(join(cwd, 'report.md'), 'utf8')).toBe(first)
  }
})

test('profile, compare and annotate say where reading or checking stopped, and list it nowhere', async () => {
  await write('blank.md', `${'\n'.repeat(400_010)}We met sex workers.\n`)
  await write('short.md', 'We met sex workers.\n')
  await write('short.docx', word({ body: p(r('We met sex workers.')) }))
  const cut = await fairdraft(['profile', 'blank.md'])
  expect(cut.err).toMatch(/^fairdraft: blank\.md, line \d+: This document is longer than/)
  const timeout = ['--timeout', '0.000001']
  const stopped = await fairdraft(['profile', 'short.md', ...timeout])
  expect(stopped.err).toMatch(/^fairdraft: short\.md, line 1: The check of this document took more/)
  const compared = await fairdraft(['compare', 'short.md', 'blank.md', '--json', ...timeout])
  expect(compared.err).toMatch(/^fairdraft: short\.md, line 1: .*\nfairdraft: blank\.md, line \d/)
  expect(compared.out).not.toContain('document-budget')
  const annotated = await fairdraft(['annotate', 'short.docx', '--output', 'x.docx', ...timeout])
  expect(annotated.err).toMatch(/^fairdraft: short\.docx, paragraph 1: The check of this document/)
  expect([cut, stopped, compared, annotated].map(({ status }) => status)).toEqual([0, 0, 0, 0])
  for (const command of [
    ['profile', 'short.md'],
    ['compare', 'short.md', 'short.md'],
  ]) {
    const { status, err } = await fairdraft([...command, '--timeout', 'soon'])
    expect([status, err]).toEqual([2, expect.stringContaining('--timeout: must be a number')])
  }
})

test('--output writes the report to a file', async () => {
  await fairdraft(['clean.md', '--reporter', 'json', '--output', 'report.json'])
  expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))).toHaveLength(1)
})

describe('explain, presets and init', () => {
  test('explain knows rules, terms, presets and plain words', async () => {
    expect((await fairdraft(['explain', 'prostitution/sex-work'])).out).toMatch(/^# sex work/)
    expect((await fairdraft(['explain', 'sex', 'workers'])).out).toMatch(
      /`prostitution\/sex-worker`/,
    )
    expect((await fairdraft(['explain', 'npcc-2025'])).out).toMatch(/was not\s+available to us/)
    const unknown = await fairdraft(['explain', 'sex-wrok'])
    expect(unknown.status).toBe(2)
    expect(unknown.err).toMatch(/did you mean "sex-work"/)
  })

  test('presets names each author and viewpoint', async () => {
    const { out } = await fairdraft(['presets'])
    expect(out).toMatch(/recommended\n.*\n {4}viewpoint: none: it takes no side/)
  })

  test('init writes a configuration that works, and never over one', async () => {
    await mkdir(join(folder, 'fresh'))
    const fresh = join(folder, 'fresh')
    expect((await fairdraft(['init'], '', fresh)).status).toBe(0)
    await writeFile(join(fresh, 'draft.md'), 'We met sex workers.')
    expect((await fairdraft(['draft.md'], '', fresh)).err).toBe('')
    expect((await fairdraft(['init'], '', fresh)).status).toBe(2)
  })
})

describe('two versions, vocabulary, and consultations', () => {
  test('compare fails only if asked to, and only on what is new', async () => {
    await write('v1.md', 'The team met a sex worker in the town.')
    await write('v2.md', 'The team met a sex worker in the town.\n\nA prostitute rang.')
    expect((await fairdraft(['compare', 'v1.md', 'v2.md'])).status).toBe(0)
    const json = ['--json', '--fail-on', 'introduced']
    const { status, out } = await fairdraft(['compare', 'v1.md', 'v2.md', ...json])
    expect(status).toBe(1)
    expect(JSON.parse(out).introduced).toMatchObject([
      { ruleId: 'prostitution/prostitute-noun', old: null, new: { quote: 'prostitute' } },
    ])
    expect((await fairdraft(['compare', 'v2.md', 'v1.md', ...json])).status).toBe(0)
    expect((await fairdraft(['compare', 'v1.md', 'v3.md'])).status).toBe(2)
  })

  test('profile counts every readable file, and says what it could not read', async () => {
    const { status, out, err } = await fairdraft(['profile', 'v1.md', 'v3.md', '--json'])
    expect(status).toBe(2)
    expect(err).toMatch(/v3\.md: no such file/)
    expect(JSON.parse(out)).toMatchObject([{ path: 'v1.md', own: { uses: 1 } }])
  })

  test('--questions adds findings and ends with a checklist', async () => {
    await write('questions.md', '1. Do you agree with the name?\n2. Who would pay?')
    await write('reply.md', '## Question 1\n\nWe do.')
    const { out } = await fairdraft(['reply.md', '--questions', 'questions.md'])
    expect(out).toMatch(/consultation-questions\/missing/)
    expect(out).toMatch(
      /✗ Question 2 {2}never mentioned\nNot ready: 1 question is never mentioned\./,
    )
    const none = await fairdraft(['reply.md', '--questions', 'v1.md'])
    expect([none.status, none.err]).toEqual([2, expect.stringMatching(/holds no question/)])
  })
})

describe('documents that are no text', () => {
  const draft = word({ body: p(r('It was late.')) + p(r('He committed suicide in 2019.')) })

  test('a Word file is checked, and each finding says in which paragraph it is', async () => {
    await write('draft.docx', draft)
    const { out, status } = await fairdraft(['draft.docx', '--reporter', 'json'])
    expect(status).toBe(0)
    const [file] = jsonOf(out)
    expect(file?.messages).toMatchObject([
      { actual: 'committed suicide', location: { paragraph: 2 } },
    ])
  })

  test('a folder means these, too', async () => {
    await write('office/a.docx', draft)
    await write('office/b.html', '<p>It was late.</p>')
    const { out } = await fairdraft(['office', '--reporter', 'json'])
    expect(jsonOf(out).map(({ path }) => path)).toEqual(['office/a.docx', 'office/b.html'])
  })

  test('one that is damaged is named with the cure, and the others are checked', async () => {
    await write('half.docx', draft.slice(0, 400))
    await write('late.md', 'It was late.')
    const { out, err, status } = await fairdraft(['half.docx', 'late.md', '--reporter', 'json'])
    expect(status).toBe(2)
    expect(err).toMatch(/^fairdraft: half\.docx: is damaged or not complete: .*save it again\n$/)
    expect(jsonOf(out)).toHaveLength(1)
  })

  test('--fix leaves it as it is, and names the way', async () => {
    await write('fix.docx', draft)
    const { err, status } = await fairdraft(['fix.docx', '--fix'])
    expect(status).toBe(2)
    expect(err).toContain('fairdraft annotate')
    expect(new Uint8Array(await readFile(join(folder, 'fix.docx')))).toEqual(draft)
  })

  test('annotate writes another file, the same each time for a date', async () => {
    await write('in.docx', draft)
    const wanted = ['annotate', 'in.docx', '--author', 'Me', '--date', '2026-03-01', '--output']
    const { out, status } = await fairdraft([...wanted, 'out.docx'])
    expect({ out, status }).toEqual({
      out: 'out.docx: 1 comment and 1 tracked change\n',
      status: 0,
    })
    await fairdraft([...wanted, 'again.docx'])
    const written = await readFile(join(folder, 'out.docx'))
    expect(written).toEqual(await readFile(join(folder, 'again.docx')))
    expect(readWord(written).text).toBe('It was late.\n\nHe died by suicide in 2019.')
  })

  test.each([
    ['its own input', ['in.docx', '--output', './in.docx'], 'is the file itself'],
    ['a date that is none', ['in.docx', '--output', 'o.docx', '--date', 'soon'], 'is no date'],
    ['a format without comments', ['late.md', '--output', 'o.md'], 'takes no comments'],
    ['a missing folder', ['in.docx', '--output', 'no/o.docx'], 'cannot be written'],
  ])('annotate refuses %s', async (_, args, reason) => {
    const { err, out, status } = await fairdraft(['annotate', ...args])
    expect(err).toContain(reason)
    expect([out, status]).toEqual(['', 2])
  })
})
