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
  const config = join(folder, 'fairdraft.yml')
  await writeFile(config, text)
  return (await readOwn({ config })).failures.map(({ reason }) => reason)
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

test('nesting without end is a mistake and no crash', async () => {
  expect(await wrongIn(`extends: ${'['.repeat(20_000)}`)).toHaveLength(1)
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
      'is neither a file nor a folder; name a document',
    ])
  },
)
