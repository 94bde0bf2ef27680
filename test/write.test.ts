/** A write is whole or not at all, even if the program is killed in the middle of it. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWhole } from '../src/cli/write.ts'
import { p, r, word } from './builders/word.ts'

const OLD = 'old '.repeat(500_000)
const NEW = 'new '.repeat(500_000)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
  await build({
    stdin: {
      contents: `
        import { writeWhole } from './src/cli/write.ts'
        const [path] = process.argv.slice(2)
        process.stdout.write('ready')
        for (;;) {
          await writeWhole(path, ${JSON.stringify(NEW[0])}.concat('ew ').repeat(500_000))
          await writeWhole(path, 'old '.repeat(500_000))
        }`,
      resolveDir: resolve('.'),
    },
    outfile: join(folder, 'writer.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('killed at any moment, the old or the new file is there, whole', async () => {
  const path = join(folder, 'draft.md')
  await writeFile(path, OLD)
  for (let pause = 0; pause < 36; pause += 3) {
    const child = spawn(process.execPath, [join(folder, 'writer.mjs'), path])
    await new Promise((done) => child.stdout.once('data', done))
    await new Promise((done) => setTimeout(done, pause))
    const ended = new Promise((done) => child.once('close', done))
    child.kill('SIGKILL')
    await ended
    const content = await readFile(path, 'utf8')
    expect(content === OLD || content === NEW, `after ${pause} ms: ${content.length} units`).toBe(
      true,
    )
  }
})

test('a write that fails leaves the file as it was, and nothing beside it', async () => {
  const inside = await mkdtemp(join(folder, 'failing-'))
  const path = join(inside, 'draft.md')
  await writeFile(path, 'old')
  const broken = new Proxy(new Uint8Array(8), {})
  await expect(writeWhole(path, broken)).rejects.toThrow()
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await readdir(inside)).toEqual(['draft.md'])
})

/** Runs the command; it ends itself at one step of what it writes, if it has so many. */
function runKilled(cwd: string, args: readonly string[], step: number) {
  const kill = ['--require', resolve('test/kill.cjs'), resolve('dist/cli.js')]
  const env = { ...process.env, KILL_AT: String(step), SOURCE_DATE_EPOCH: '1772000000' }
  return spawnSync(process.execPath, [...kill, ...args], { cwd, env, encoding: 'utf8' })
}

/** A folder with a draft, and what earlier runs may have left there. */
async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = await mkdtemp(join(folder, 'killed-'))
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content)
  return path
}

/** More steps than any command takes. */
const NEVER = 100
const DRAFT = 'He committed suicide. We met sex workers.\n'
const OLD_BASELINE = '{"version": 1, "findings": []}\n'

test.each<[file: string, old: string | undefined, args: string[]]>([
  ['draft.md', DRAFT, ['draft.md', '--fix']],
  ['report.json', '[]', ['draft.md', '--reporter', 'json', '--output', 'report.json']],
  ['accepted.json', OLD_BASELINE, ['draft.md', '--baseline', 'accepted.json', '--update-baseline']],
  ['out.docx', 'old', ['annotate', 'draft.docx', '--output', 'out.docx', '--date', '2026-03-01']],
  ['fairdraft.yml', undefined, ['init']],
  ['water-safety.yml', undefined, ['new', 'pack', 'water-safety']],
])('killed at any step, %s is the old one or the new one: %j, %j', async (name, old, args) => {
  const before = {
    'draft.md': DRAFT,
    'draft.docx': word({ body: p(r(DRAFT)) }),
    ...(old === undefined ? {} : { [name]: old }),
  }
  const whole = await folderWith(before)
  expect(runKilled(whole, args, NEVER).stderr).not.toMatch(/cannot|no such/)
  const after = await readFile(join(whole, name), 'latin1')
  expect(after).not.toBe(old)
  const ends = new Set<string>()
  let step = 0
  for (; step < NEVER; step++) {
    const place = await folderWith(before)
    const { signal } = runKilled(place, args, step)
    const content = await readFile(join(place, name), 'latin1').catch(() => undefined)
    expect([old, after], `killed at step ${step}`).toContain(content)
    ends.add(content === after ? 'new' : 'old')
    if (signal === null) break
    const names = await readdir(place, { recursive: true })
    const others = names.filter((one) => /\.(?:md|docx|ya?ml|json)$/.test(one))
    expect(others.length, 'what is left behind is no document').toBeLessThanOrEqual(4)
  }
  expect(step, 'the steps are watched').toBeGreaterThan(4)
  expect([...ends]).toEqual(['old', 'new'])
})

test('killed at any step, a cache gives the next run what it would find without one', async () => {
  const args = ['.', '--reporter', 'json', '--fail-on', 'never']
  const place = await folderWith({ 'draft.md': DRAFT, 'other.md': `${DRAFT}\n${DRAFT}` })
  const { stdout: right } = runKilled(place, args, NEVER)
  let step = 0
  for (; step < NEVER; step++) {
    await rm(join(place, '.fairdraft-cache'), { recursive: true, force: true })
    const { signal } = runKilled(place, [...args, '--cache'], step)
    expect(runKilled(place, [...args, '--cache'], NEVER).stdout).toBe(right)
    if (signal === null) break
  }
  expect(step, 'the steps are watched').toBeGreaterThan(4)
})
