/** Links that lead round, pipes, folders that may not be read, two runs at once: each is dealt with and told. */
import { execFile, spawnSync } from 'node:child_process'
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCache } from '../src/cli/check/cache.ts'
import { linesOf } from '../src/cli/check/stdin-ndjson.ts'
import { expand, load, readStream } from '../src/cli/files.ts'
import { writeNew, writeWhole } from '../src/cli/write.ts'
import { lintText } from './support.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const inside = (...names: string[]) => join(folder, ...names)

test('links that lead round: every file once, by its shortest path', async () => {
  for (const name of ['a', 'b']) {
    await mkdir(inside(name))
    await writeFile(inside(name, 'draft.md'), 'x')
    await symlink('..', inside(name, 'up'))
  }
  await symlink('.', inside('self'))
  const { paths, failures } = await expand([folder])
  expect(paths).toEqual([inside('a', 'draft.md'), inside('b', 'draft.md')])
  expect(failures).toEqual([])
  const globbed = await expand([`${folder}/**/*.md`])
  expect(globbed.paths.map((path) => resolve(path))).toEqual(paths)
})

test('a link that leads nowhere is told, if it has the name of a document', async () => {
  await symlink('nowhere.md', inside('lost.md'))
  await symlink('round.md', inside('round.md'))
  await symlink('nowhere', inside('folder'))
  await symlink('nowhere.md', inside('.#draft.md'))
  for (const name of [folder, `${folder}/*.md`]) {
    const { paths } = await expand([name])
    expect(paths.map((path) => resolve(path))).toEqual([inside('lost.md'), inside('round.md')])
    const reasons = await Promise.all(paths.map((path) => load(path, 'x')))
    expect(reasons).toEqual([
      { path: paths[0], reason: expect.stringContaining('no such file') },
      { path: paths[1], reason: expect.stringContaining('links to itself') },
    ])
  }
})

test.runIf(process.platform !== 'win32')(
  'a pipe, or a link to one, is refused and not waited for',
  async () => {
    spawnSync('mkfifo', [inside('pipe')])
    await symlink('pipe', inside('draft.md'))
    const [path = ''] = (await expand([folder])).paths
    expect(await load(path, 'x')).toHaveProperty('reason')
    expect((await expand([inside('pipe')])).failures).toHaveLength(1)
  },
)

test
  .runIf(process.platform !== 'win32')
  .each([
    [['check', 'pipe']],
    [['check', 'draft.md', '--config', 'pipe']],
    [['check', 'draft.md', '--preset', './pipe.yml']],
    [['check', 'draft.md', '--questions', 'pipe']],
    [['check', 'draft.md', '--baseline', 'pipe']],
    [['check', 'draft.md', '--plugin', 'pipe']],
    [['check', 'draft.md', '--plugin', './pipe.yml']],
    [['annotate', 'pipe', '--output', 'out.docx']],
    [['compare', 'pipe', 'draft.md']],
    [['profile', 'pipe']],
    [['new', 'term', 'a-term', '--pack', 'pipe.yml']],
    [['test', 'pipe.yml']],
    [['serve', '--config', 'pipe']],
  ])('no command waits for a pipe: %j', async (args) => {
  await writeFile(inside('draft.md'), 'We met sex workers.')
  spawnSync('mkfifo', [inside('pipe'), inside('pipe.yml')])
  const command = [resolve('dist/cli.js'), ...args]
  const { stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect(stderr).toMatch(/^fairdraft: \S*pipe\S*: is neither a file nor a folder; name a file\n/)
})

test.runIf(process.platform !== 'win32')(
  'a folder or a file that may not be read is told, and the rest is checked',
  async () => {
    await mkdir(inside('closed'))
    await writeFile(inside('closed', 'draft.md'), 'x')
    await writeFile(inside('closed.md'), 'x')
    await writeFile(inside('open.md'), 'We met sex workers.')
    await chmod(inside('closed'), 0)
    await chmod(inside('closed.md'), 0)
    await chmod(folder, 0o755)
    // Root may read everything; nobody may not, and needs a program that he may read.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const program = await mkdtemp(join(tmpdir(), 'fairdraft-'))
    await chmod(program, 0o755)
    await cp('dist', join(program, 'dist'), { recursive: true })
    await cp('package.json', join(program, 'package.json'))
    const args = [join(program, 'dist/cli.js'), '.', '--reporter', 'unix']
    const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', ...nobody })
    await rm(program, { recursive: true })
    await chmod(inside('closed'), 0o755)
    expect(run.stdout).toMatch(/^open\.md:1:/)
    expect(run.stderr).toMatch(/^fairdraft: closed: permission denied/m)
    expect(run.stderr).toMatch(/^fairdraft: closed\.md: permission denied/m)
    expect(run.status).toBe(2)
  },
)

test('a file larger than any document is refused before it is read', async () => {
  await writeFile(inside('huge.txt'), '')
  await truncate(inside('huge.txt'), 300_000_000)
  expect(await load(inside('huge.txt'), 'x')).toEqual({
    path: inside('huge.txt'),
    reason: 'is larger than 256 MB; split it',
  })
})

test('two runs at once share a cache, and neither loses a finding', async () => {
  const text = 'We met sex workers. He committed suicide.\n\n'
  const names = Array.from({ length: 12 }, (_, index) => `draft-${index}.md`)
  for (const [index, name] of names.entries()) await writeFile(inside(name), text.repeat(index + 1))
  const run = (...more: string[]) =>
    promisify(execFile)(
      process.execPath,
      [resolve('dist/cli.js'), '.', '--reporter', 'json', '--fail-on', 'never', ...more],
      { cwd: folder, maxBuffer: 1e8 },
    ).then(({ stdout }) => stdout)
  const [one, other, without] = await Promise.all([run('--cache'), run('--cache'), run()])
  expect(one).toBe(without)
  expect(other).toBe(without)
  expect(await run('--cache')).toBe(without)
  expect(
    (await readdir(inside('.fairdraft-cache'))).filter((name) => name.endsWith('.tmp')),
  ).toEqual([])
})

test.runIf(process.platform !== 'win32')(
  'a cache that somebody else put there as a link is not used, and nothing else is removed or written over',
  async () => {
    const entry = 'a'.repeat(64)
    const old = new Date('2020-01-01')
    await mkdir(inside('home'))
    for (const name of ['letter.txt', entry]) {
      await writeFile(inside('home', name), 'old')
      await utimes(inside('home', name), old, old)
    }
    await symlink('home', inside('linked'))
    const linked = await openCache(inside('linked'))
    const file = await lintText('We met sex workers.')
    await linked.write('key', file)
    expect((await linked.read('key'))?.messages).toEqual(file.messages)
    expect(await readdir(inside('home'))).toEqual([entry, 'letter.txt'])
    await symlink('letter.txt', inside('home', '.gitignore'))
    await openCache(inside('home'))
    expect((await readdir(inside('home'))).sort()).toEqual(['.gitignore', 'letter.txt'])
    expect(await readFile(inside('home', 'letter.txt'), 'utf8')).toBe('old')
  },
)

test.runIf(process.platform !== 'win32')(
  'a cache is for its owner alone; one that others may write to is not used, and this is told',
  async () => {
    const file = await lintText('We met sex workers.')
    const modeOf = async (...names: string[]) => (await stat(inside(...names))).mode & 0o777
    await mkdir(inside('cache'), { mode: 0o755 })
    await (await openCache(inside('cache'))).write('key', file)
    expect([await modeOf('cache'), await modeOf('cache', 'key')]).toEqual([0o700, 0o600])
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const isUsed = async () => (await (await openCache(inside('cache'))).read('key')) !== undefined
    try {
      expect(await isUsed()).toBe(true)
      expect(told).not.toHaveBeenCalled()
      await chmod(inside('cache'), 0o770)
      expect(await isUsed()).toBe(false)
      expect(told.mock.calls).toEqual([
        [
          `fairdraft: ${inside('cache')}: is a link, or others own it or may write to it, so it is not used; remove it\n`,
        ],
      ])
      await chmod(inside('cache'), 0o700)
      vi.spyOn(process, 'getuid').mockReturnValue((await stat(folder)).uid + 1)
      expect(await isUsed()).toBe(false)
    } finally {
      vi.restoreAllMocks()
    }
  },
)

test.runIf(process.platform !== 'win32')(
  'an entry that has no end, or none that comes, is none',
  async () => {
    const cache = await openCache(inside('cache'))
    spawnSync('mkfifo', [inside('cache', 'pipe')])
    await symlink('/dev/zero', inside('cache', 'zero'))
    await symlink('pipe', inside('cache', 'link'))
    for (const key of ['pipe', 'zero', 'link']) expect(await cache.read(key)).toBeUndefined()
  },
)

test('what --fix writes comes from the draft, whatever an entry of the cache says', async () => {
  const draft = 'He committed suicide.\n'
  await writeFile(inside('draft.md'), draft)
  const run = (...more: string[]) =>
    spawnSync(process.execPath, [resolve('dist/cli.js'), 'draft.md', '--cache', ...more], {
      cwd: folder,
      encoding: 'utf8',
    })
  const found = run().stdout
  const [entry = ''] = (await readdir(inside('.fairdraft-cache'))).filter((name) =>
    /^[\da-f]{64}$/.test(name),
  )
  const path = inside('.fairdraft-cache', entry)
  const { data, messages } = deserialize(await readFile(path))
  expect(JSON.stringify(messages), 'something can be replaced').toContain('suicide')
  const forged = { value: `${draft}Forged.\n`, data: { ...data, encoding: 'utf-8' }, messages }
  await writeFile(path, serialize(forged))
  expect(run().stdout).toBe(found)
  run('--fix')
  const fixed = await readFile(inside('draft.md'), 'utf8')
  expect(fixed).not.toBe(draft)
  expect(fixed).not.toContain('Forged')
})

test('standard input is read up to a bound, and lines of it too', async () => {
  const stream = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
  expect(await readStream(stream('1234', '5678'), 8)).toEqual(Buffer.from('12345678'))
  const more = stream('1234', '56789')
  expect(await readStream(more, 8)).toEqual({ reason: 'is larger than 0.000008 MB; split it' })
  expect(more.destroyed).toBe(true)
  const lines = linesOf(stream('12', '34\n12345', '6\n', '\n1234\n12', '345'), 4)
  const read: unknown[] = []
  for await (const line of lines) read.push(line)
  expect(read).toEqual(['1234', undefined, '', '1234', undefined])
})

test('an entry of the cache that is cut short or no entry at all is none', async () => {
  const cache = await openCache(inside('cache'))
  await cache.write('whole', await lintText('We met sex workers.'))
  expect((await cache.read('whole'))?.messages.length).toBeGreaterThan(0)
  const entry = await readFile(inside('cache', 'whole'))
  for (const broken of [entry.subarray(0, entry.length >> 1), Buffer.from('{}'), Buffer.alloc(0)]) {
    await writeFile(inside('cache', 'broken'), broken)
    expect(await cache.read('broken')).toBeUndefined()
  }
})

test('an entry of the cache that has another shape is none', async () => {
  const cache = await openCache(inside('cache'))
  await cache.write('whole', await lintText('We met sex workers.'))
  const { data, messages } = deserialize(await readFile(inside('cache', 'whole')))
  const [message] = messages
  const reads = async (entry: unknown) => {
    await writeFile(inside('cache', 'other'), serialize(entry))
    return (await cache.read('other')) !== undefined
  }
  expect(await reads({ data, messages })).toBe(true)
  const wrong = [
    null,
    {},
    { data: null, messages },
    { data: { ...data, blocks: 'none' }, messages },
    { data: { ...data, blocks: [1] }, messages },
    { data, messages: {} },
    { data, messages: [null] },
    { data, messages: [{ ...message, reason: 1 }] },
    { data, messages: [{ ...message, expected: 'all' }] },
    { data, messages: [{ ...message, expected: [{}] }] },
    { data, messages: [{ ...message, ruleId: {} }] },
    { data, messages: [{ ...message, fatal: 'yes' }] },
    { data, messages: [{ ...message, line: '1' }] },
    { data, messages: [{ ...message, place: { start: {}, end: {} } }] },
  ]
  for (const entry of wrong) expect(await reads(entry), JSON.stringify(entry)).toBe(false)
})

test.runIf(process.platform !== 'win32')(
  'what is there and no file is written to, and not replaced: --output /dev/null leaves it a device',
  async () => {
    spawnSync('mkfifo', [inside('pipe')])
    const reading = readFile(inside('pipe'), 'utf8')
    await writeWhole(inside('pipe'), 'new')
    expect(await reading).toBe('new')
    expect((await stat(inside('pipe'))).isFIFO()).toBe(true)
    expect(await readdir(folder)).toEqual(['pipe'])
    await writeFile(inside('draft.md'), 'We met sex workers.')
    const args = [
      resolve('dist/cli.js'),
      'draft.md',
      '--reporter',
      'unix',
      '--output',
      '/dev/stdout',
    ]
    const out = await open(inside('out'), 'w')
    spawnSync(process.execPath, args, { cwd: folder, stdio: ['ignore', out.fd, 'inherit'] })
    await out.close()
    expect(await readFile(inside('out'), 'utf8')).toMatch(/^draft\.md:1:/)
    expect((await readdir(folder)).sort()).toEqual(['draft.md', 'out', 'pipe'])
  },
)

test('a new file is written whole, and never over another', async () => {
  await writeNew(inside('new.md'), 'new')
  await expect(writeNew(inside('new.md'), 'newer')).rejects.toThrow(/EEXIST/)
  expect(await readdir(folder)).toEqual(['new.md'])
})

test('a file that is written anew keeps its permissions, and a link its file', async () => {
  await writeFile(inside('draft.md'), 'old')
  await chmod(inside('draft.md'), 0o666)
  await symlink('draft.md', inside('link.md'))
  await writeWhole(inside('link.md'), 'new')
  expect((await stat(inside('draft.md'))).mode & 0o777).toBe(0o666)
  expect((await readdir(folder)).sort()).toEqual(['draft.md', 'link.md'])
})

test('--fix writes through a link that was named, and through none that only a search found', async () => {
  const [old, fixed] = ['He committed suicide.\n', 'He died by suicide.\n']
  await mkdir(inside('tree', 'own'), { recursive: true })
  await mkdir(inside('other'))
  const targets = ['tree/own/draft.md', 'other/linked.md', 'other/inner.md', 'named.md']
  const write = () => Promise.all(targets.map((name) => writeFile(inside(name), old)))
  const read = () => Promise.all(targets.map((name) => readFile(inside(name), 'utf8')))
  await symlink('../other/linked.md', inside('tree', 'link.md'))
  await symlink('../../other', inside('tree', 'own', 'folder'))
  await symlink('../named.md', inside('tree', 'named.md'))
  const fix = (cwd: string, ...names: string[]) =>
    spawnSync(process.execPath, [resolve('dist/cli.js'), '--fix', ...names], {
      cwd: inside(cwd),
      encoding: 'utf8',
    })
  for (const [cwd, ...names] of [
    ['.', 'tree', 'tree/named.md'],
    ['tree', '.', 'named.md'],
    ['tree', '**/*.md', 'named.md'],
    ['.', 'tree/**/*.md', 'tree/named.md'],
  ]) {
    await write()
    const { status, stderr } = fix(cwd ?? '', ...names)
    expect(await read(), String(names)).toEqual([fixed, old, old, fixed])
    expect(stderr).toMatch(/link\.md: is a link out of the folder that was named/)
    expect(stderr.match(/is a link out/g)).toHaveLength(2)
    expect(status).toBe(2)
  }
  await write()
  expect(fix('.', '.').status, 'where all links lead, is named').toBe(0)
  expect(await read()).toEqual([fixed, fixed, fixed, fixed])
})
