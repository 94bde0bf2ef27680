/** A configuration that somebody else wrote runs no code, reaches no network, and cannot grow without bound. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { configurator } from '../src/config/load.ts'
import { readOwn } from '../src/config/own-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What is wrong with a configuration. */
async function wrongIn(text: string): Promise<string[]> {
  return (await failuresIn(text)).map(({ reason }) => reason)
}

/** The same with line and column. */
async function placesIn(text: string): Promise<string[]> {
  return (await failuresIn(text)).map(
    ({ path, reason }) => `${path.replace(/^.*yml/, '')} ${reason}`,
  )
}

async function failuresIn(text: string) {
  const config = join(folder, 'fairdraft.yml')
  await writeFile(config, text)
  return (await readOwn({ config })).failures
}

test('aliases that stand for aliases are refused before they grow', async () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`,
  )
  const [reason] = await wrongIn(`a0: &a0 [ha]\n${laughs.join('\n')}\n`)
  expect(reason).toMatch(/is not valid YAML: Excessive alias count/)
})

test.each([
  ['a function', 'extends: !!js/function "function () { globalThis.ran = true }"'],
  ['a list of plugins', 'plugins: [./evil.js]'],
  ['a file of code', 'extends: [./evil.js]'],
  ['a file of code as a pack', 'packs: [./evil.mjs]'],
  ['an address', 'extends: [http://127.0.0.1:9/house.yml]'],
  ['an address as a pack', 'packs: ["file://host/house.yml"]'],
  ['an address of data', 'extends: ["data:text/yaml,rules.yml"]'],
])('%s is a mistake', async (_name, text) => {
  expect(await wrongIn(text)).toHaveLength(1)
  expect(globalThis).not.toHaveProperty('ran')
})

test('the key of every object’s prototype is a key like any other', async () => {
  expect(await wrongIn('__proto__: {polluted: true}\n')).toHaveLength(1)
  expect({}).not.toHaveProperty('polluted')
})

test.each([
  ['brackets', `extends: ${'['.repeat(800)}`, ':1:74'],
  ['brackets without end', `extends: ${'['.repeat(20_000)}`, ':1:74'],
  ['brackets that close', `extends: ${'['.repeat(800)}${']'.repeat(800)}`, ':1:74'],
  ['hyphens', '- '.repeat(20_000), ':1:131'],
  ['keys in keys', `${'? '.repeat(20_000)}a`, ':1:131'],
])('nesting of %s is a mistake with its place', async (_name, text, place) => {
  expect(await placesIn(text)).toEqual([`${place} is nested more than 64 deep; write it flatter`])
})

test('so many keys and items, and so many bytes, are too many', async () => {
  expect(await placesIn(`title: a\nextends: [${'a,'.repeat(200_000)}]`)).toEqual([
    ':2:10 has more than 200000 keys and items; split it',
  ])
  expect(await placesIn(`#${' '.repeat(4_000_000)}`)).toEqual([' is larger than 4 MB; split it'])
})

test('a hundred thousand wrong keys are told in few lines, and not compared with each other', async () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1\n`)
  const wrong = await placesIn(keys.join(''))
  expect(wrong[199]).toMatch(/^:200:1 unknown key "k199"/)
  expect(wrong[200]).toMatch(/^:1:1 and \d+ mistakes more like these$/)
  expect(wrong).toHaveLength(201)
  expect(await placesIn(`${keys.join('')}k5: 2\n`)).toEqual([
    ':100001:1 is not valid YAML: Map keys must be unique',
  ])
})

test('a mapping in a list holds each key once', async () => {
  expect(await placesIn('extends:\n  - {title: a, "title": b}\n')).toEqual([
    ':2:16 is not valid YAML: Map keys must be unique',
  ])
})

test.each([
  ['a list', '? [a\u009B31mRED]\n: c\n', ':1:3'],
  ['a mapping', 'title: a\n{a: b}: c\n', ':2:1'],
  ['an alias', 'title: &a x\n*a : c\n', ':2:1'],
])('%s as a key is a mistake with its place', async (_name, text, place) => {
  expect(await placesIn(text)).toEqual([`${place} has a key that is no text; write "key: value"`])
})

test('a second document is a mistake with its place', async () => {
  expect(await placesIn('title: a\n---\ntitle: b\n')).toEqual([
    ':2:1 holds a second document; keep one',
  ])
})

test('what the YAML package warns of does not reach the terminal', async () => {
  await writeFile(join(folder, 'draft.md'), 'x')
  for (const text of [
    '? [a\u009B31mRED]\n: c\n',
    'title: !a\u009B31m b\n',
    '%A\u009B31m\n---\na: 1\n',
  ]) {
    await writeFile(join(folder, 'own.yml'), text)
    const args = [resolve('dist/cli.js'), 'draft.md', '--config', 'own.yml']
    const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    expect(stderr).not.toMatch(/Warning|\u009B/)
  }
})

test('code that lies in a checked folder is not run, whatever it is called', async () => {
  const ran = join(folder, 'ran')
  const code = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`
  for (const name of [
    'fairdraft.config.js',
    'fairdraft.js',
    '.fairdraftrc.cjs',
    '.remarkrc.cjs',
    '.retextrc.js',
    'index.js',
  ]) {
    await writeFile(join(folder, name), code)
  }
  await writeFile(join(folder, 'package.json'), '{"fairdraft": {"plugins": ["./index.js"]}}')
  await writeFile(join(folder, 'draft.md'), 'We met sex workers.')
  const args = [resolve('dist/cli.js'), '.', '--reporter', 'unix']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  expect(stdout).toMatch(/^draft\.md:1:/)
  expect(existsSync(ran)).toBe(false)
})

test.runIf(process.platform !== 'win32')(
  'a configuration that is a link to a device without end is refused',
  async () => {
    await symlink('/dev/zero', join(folder, 'fairdraft.yml'))
    const { failures } = await configurator({})(join(folder, 'draft.md'))
    expect(failures.map(({ reason }) => reason)).toEqual([
      'is neither a file nor a folder; name a file',
    ])
  },
)
