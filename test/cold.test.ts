/** What a run of the command loads and parses before it has checked a page: counts, which are the same on every machine. */
import { execFile, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { generate } from '../bench/corpus.mjs'

const folder = mkdtempSync(join(tmpdir(), 'fairdraft-cold-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Counts what JSON.parse is given, and says so at the end. */
const COUNTING = `
const { parse } = JSON
let parsed = 0
JSON.parse = (text, reviver) => {
  parsed += text.length
  return parse(text, reviver)
}
process.on('exit', () => process.stderr.write('parsed ' + parsed))
`

interface Cost {
  /** The scripts that were loaded, but for those of Node. */
  readonly scripts: readonly string[]
  /** Their bytes. */
  readonly loaded: number
  /** Characters of JSON. */
  readonly parsed: number
}

async function costOf(name: string, text: string, ...words: string[]): Promise<Cost> {
  const coverage = join(folder, name)
  writeFileSync(join(folder, `${name}.md`), text)
  const counting = `data:text/javascript,${encodeURIComponent(COUNTING)}`
  const args = ['--import', counting, resolve('dist/cli.js'), ...words, `${name}.md`]
  const { stderr } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  })
  const scripts = readdirSync(coverage).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(coverage, file), 'utf8'))
    return result.map(({ url }: { url: string }) => url).filter((url: string) => /^file:/.test(url))
  })
  const loaded = scripts.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0)
  return { scripts, loaded, parsed: Number(/parsed (\d+)/.exec(stderr)?.[1]) }
}

/** Lower these when a run gets by with less. */
const MOST_LOADED = 780_000
const MOST_PARSED = { clean: 850_000, sparse: 950_000, dense: 1_100_000 }

const sparse = generate({ length: 10_000, density: 'sparse', format: 'md' }).text
const dense = generate({ length: 10_000, density: 'dense', format: 'md' }).text

test.each([
  ['clean', 'The library opens at nine on Mondays.\n'],
  ['sparse', sparse],
  ['dense', dense],
] as const)('a plain check of a %s text loads and parses little', async (name, text) => {
  const { scripts, loaded, parsed } = await costOf(name, text, 'check')
  expect(scripts.filter((url) => url.includes('node_modules'))).toEqual([])
  const yargs = scripts.filter((url) =>
    /YargsInstance/.test(readFileSync(fileURLToPath(url), 'utf8')),
  )
  expect(yargs, 'what is plain needs no yargs: see src/cli/check/plain.ts').toEqual([])
  expect(loaded, 'import late what most runs do not need').toBeLessThan(MOST_LOADED)
  expect(parsed, 'parse parts of the data when they are needed: src/data.ts').toBeLessThan(
    MOST_PARSED[name],
  )
})

test('a tree of the whole text is made for a plugin of others, and for nothing else', async () => {
  const isMaker = (url: string) => basename(url).startsWith('full-tree')
  writeFileSync(join(folder, 'own.mjs'), 'export default () => {}')
  const { scripts } = await costOf('plugin', sparse, 'check', '--plugin', 'own.mjs')
  expect(scripts.filter(isMaker)).toHaveLength(1)
  expect((await costOf('own', sparse, 'check', '--preset', 'all')).scripts.filter(isMaker)).toEqual(
    [],
  )
})

/** A copy of the program, and the files in which it keeps what was compiled. */
function copyOfProgram() {
  const program = mkdtempSync(join(folder, 'program-'))
  cpSync('dist', join(program, 'dist'), {
    recursive: true,
    filter: (path) => !path.endsWith('.cache'),
  })
  cpSync('package.json', join(program, 'package.json'))
  const caches = () =>
    readdirSync(join(program, 'dist/cli'))
      .filter((name) => /\.(?:cache|tmp)$/.test(name))
      .map((name) => join(program, 'dist/cli', name))
  return { program, caches }
}

test('what was compiled is kept beside the program, and what does not fit is not used', async () => {
  const { program, caches } = copyOfProgram()
  writeFileSync(join(folder, 'draft.md'), sparse)
  const check = async () => {
    const args = [join(program, 'dist/cli.js'), 'draft.md', '--reporter', 'json']
    return (await promisify(execFile)(process.execPath, args, { cwd: folder })).stdout
  }
  const found = await check()
  const [kept = ''] = caches()
  const whole = readFileSync(kept)
  const source = readFileSync(join(program, 'dist/cli/core.cjs'))
  const half = (whole.length - source.length) / 2
  const flipped = (...places: number[]) => {
    const copy = Buffer.from(whole)
    for (const place of places) copy.writeUInt8(copy.readUInt8(place) ^ 0xff, place)
    return copy
  }
  expect(await check()).toBe(found)
  expect(readFileSync(kept).equals(whole), 'what fits is not made again').toBe(true)
  const misfits = {
    cut: whole.subarray(0, whole.length >> 1),
    empty: Buffer.alloc(0),
    foreign: Buffer.from('of another program'),
    // Behind the sign that all such files begin with: the version of V8.
    'of another V8': flipped(4, half + 4),
    damaged: flipped(...Array.from({ length: 2000 }, (_, at) => (half >> 1) + at)),
    'damaged later': flipped(half + (half >> 1)),
    'of another source': flipped(whole.length - 1),
  }
  for (const [name, misfit] of Object.entries(misfits)) {
    writeFileSync(kept, misfit)
    expect(await check(), name).toBe(found)
    expect(readFileSync(kept).equals(misfit), `${name}: made again`).toBe(false)
  }
  rmSync(kept)
  expect(await check()).toBe(found)
  expect(caches()).toEqual([kept])
})

test('another source of the same length is compiled, not what was kept of the first', async () => {
  const { program } = copyOfProgram()
  const refusal = () => spawnSync(process.execPath, [join(program, 'dist/cli.js'), 'none.md'])
  expect(String(refusal().stderr)).toMatch(/^fairdraft: none\.md/)
  const core = join(program, 'dist/cli/core.cjs')
  writeFileSync(core, readFileSync(core, 'latin1').replaceAll('fairdraft: ', 'FAIRDRAFT: '))
  expect(String(refusal().stderr)).toMatch(/^FAIRDRAFT: none\.md/)
})

test('what was compiled under other flags of V8 is kept beside the first', async () => {
  const { program, caches } = copyOfProgram()
  writeFileSync(join(folder, 'draft.md'), sparse)
  const check = (NODE_OPTIONS: string) =>
    spawnSync(process.execPath, [join(program, 'dist/cli.js'), 'draft.md'], {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS },
    })
  const ages = () => caches().map((path) => statSync(path).mtimeMs)
  check('')
  check('--max-old-space-size=1024')
  const kept = ages()
  expect(kept).toHaveLength(2)
  check('--max-old-space-size=1024')
  check('')
  expect(ages()).toEqual(kept)
})
