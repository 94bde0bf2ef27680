/** Words, packs and house styles of a user's own, and the recipes by which people add to ours. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { runCommandLine } from '../src/cli/command-line.ts'
import { data } from '../src/data.ts'
import { catalogue, resolveSettings } from '../src/index.ts'
import { termId } from '../src/terms.ts'

let top = ''
let folder = ''

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'fairdraft-'))
})
beforeEach(async () => {
  folder = await mkdtemp(join(top, 'user-'))
})
afterAll(() => rm(top, { recursive: true, force: true }))

interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

function run(program: string, args: string[], cwd: string): Promise<Outcome> {
  return new Promise((done) => {
    const options = { cwd, env: { ...process.env, npm_config_offline: 'true' } }
    execFile(program, args, options, (error, out, err) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

/** Runs the command in this process: starting one each time would take most of the time of these tests. */
async function fairdraft(...args: string[]): Promise<Outcome> {
  const [out, err] = [record(process.stdout), record(process.stderr)]
  const before = process.cwd()
  process.exitCode = undefined
  process.chdir(folder)
  try {
    await runCommandLine(args)
    return { status: Number(process.exitCode ?? 0), out: out.join(''), err: err.join('') }
  } finally {
    process.chdir(before)
    process.exitCode = undefined
    vi.restoreAllMocks()
  }
}

/** What is written to a stream from now on, which then shows nothing of it. */
function record(stream: NodeJS.WriteStream): readonly string[] {
  const written: string[] = []
  vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  return written
}

async function write(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), content)
}

/** Ids and words of the findings in a draft. */
async function foundIn(text: string): Promise<string[]> {
  await write('draft.md', text)
  const { out, err } = await fairdraft('draft.md', '--reporter', 'json')
  expect(err).toBe('')
  const files: { messages: { ruleId: string; actual: string }[] }[] = JSON.parse(out)
  return files.flatMap(({ messages }) =>
    messages.map((found) => `${found.ruleId}: ${found.actual}`),
  )
}

const TERM = `
    title: budget line
    kind: other
    since: 0.1.0
    forms: [{ one: budget line, many: budget lines }]
    positions: [{ viewpoint: our-editors, stance: avoid, why: It is jargon., source: our-guide, read: seen, basis: direct }]
    examples:
      flag: [We cut a budget line.]
      pass: [We cut a line.]
`
const PACK = `pack: ours
title: Our words
about: For tests.
viewpoints: { our-editors: { name: Our editors, short: our editors, about: We edit. } }
sources: { our-guide: { title: Our guide, url: https://www.example.org/guide } }
terms:
  - id: budget-line${TERM}`

describe("a user's own files work by path", () => {
  test('a pack is used beside those that are shipped, with its own viewpoint and source', async () => {
    await write('terms/ours.yml', PACK)
    await write('fairdraft.yml', 'packs: [./terms/ours.yml]\n')
    expect(await foundIn('We cut the budget lines of sex workers.')).toEqual([
      'ours/budget-line: budget lines',
      'prostitution/sex-worker: sex workers',
    ])
    const { out } = await fairdraft('draft.md', '--verbose')
    expect(out).toMatch(/Our editors avoid “budget lines”/)
    expect(out).toMatch(/Our guide,\s+https:\/\/www\.example\.org\/guide/)
    expect((await fairdraft('explain', 'ours/budget-line')).out).toMatch(/^# budget line/)
  })

  test('ids choose among shipped packs; a path is used whatever they choose', async () => {
    await write('ours.yml', PACK)
    await write('fairdraft.yml', 'packs: [plain-english, ./ours.yml]\n')
    expect(await foundIn('We cut the budget lines of sex workers.')).toEqual([
      'ours/budget-line: budget lines',
    ])
  })

  test('one entry of a shipped pack is replaced, and the others stay', async () => {
    await write(
      'ours.yml',
      PACK.replace('pack: ours', 'pack: prostitution').replace('id: budget-line', 'id: sex-work'),
    )
    await write('fairdraft.yml', 'packs: [./ours.yml]\n')
    expect(await foundIn('A budget line for sex work and sex workers.')).toEqual([
      'prostitution/sex-work: budget line',
      'prostitution/sex-worker: sex workers',
    ])
  })

  test('a house style extends ours, from the command line too; exempt phrases stay unflagged', async () => {
    await write('house/ours.yml', PACK)
    await write(
      'house/house.yml',
      'title: Our house\nauthor: Us\nextends: [recommended]\npacks: [./ours.yml]\nrules: { sex-worker: off }\nexempt: [Budget Line Fund]\n',
    )
    const text = 'The Budget Line Fund met sex workers about a budget line.'
    await write('draft.md', text)
    const asked = await fairdraft('draft.md', '--preset', './house/house.yml')
    expect(asked.out).toMatch(/House style: Our house, by Us/)
    await write('fairdraft.yml', 'extends: [./house/house.yml]\n')
    expect(await foundIn(text)).toEqual(['ours/budget-line: budget line'])
  })

  test('an ignore comment may name a term of their own', async () => {
    await write('ours.yml', PACK)
    await write('fairdraft.yml', 'packs: [./ours.yml]\n')
    expect(
      await foundIn('<!-- fairdraft-ignore-next budget-line: its name -->\n\nA budget line.\n'),
    ).toEqual([])
  })

  test('a mistake is named where it stands', async () => {
    const mistakes: Record<string, [config: string, said: RegExp]> = {
      address: [
        'extends: [https://example.org/house.yml]',
        /:1:11: https:.* is an address; nothing is fetched/,
      ],
      code: ['extends: [./house.js]', /:1:11: \.\/house\.js: is not YAML/],
      missing: ['packs:\n  - ./none.yml', /:2:5: \.\/none\.yml: no such file/],
      pack: ['packs: [our-wrods]', /:1:9: Unknown pack "our-wrods".*its path/],
      viewpoint: [
        'viewpoint: nordic-modle',
        /:1:12: Unknown viewpoint "nordic-modle" \(did you mean "nordic-model"\?\)/,
      ],
      circle: [
        'extends: [./circle.yml]',
        /Presets extend each other in a circle: circle\.yml → circle\.yml/,
      ],
      rule: [
        'rules:\n  sex-wrok: off',
        /:2:3: Unknown rule or term "sex-wrok" \(did you mean "sex-work"\?\)/,
      ],
      base: ['extends: [./rule.yml]', /rule\.yml:2:3: Unknown rule or term "sex-wrok"/],
    }
    await write('house.js', 'throw new Error("run")\n')
    for (const [name, [config]] of Object.entries(mistakes))
      await write(`${name}.yml`, `${config}\n`)
    const names = Object.keys(mistakes).map((name) => `${name}.yml`)
    const { status, err } = await fairdraft('test', ...names)
    expect(status).toBe(2)
    const lines = err.trim().split('\n')
    expect(lines).toHaveLength(names.length)
    for (const [index, [, said]] of Object.values(mistakes).entries()) {
      expect(lines[index]).toMatch(said)
    }
    await write('fairdraft.yml', 'extends: [./rule.yml]\n')
    await write('draft.md', 'Nothing.')
    expect(await fairdraft('draft.md')).toMatchObject({ status: 2, err: `${lines.at(-1)}\n` })
  })
})

describe('fairdraft test', () => {
  /** What is changed in a pack that is right, and what is then said of it. */
  const MISTAKES: [name: string, before: string, after: string, said: RegExp][] = [
    [
      'an unknown key',
      '    forms:',
      '    form:',
      /:11:5: unknown key "form" \(did you mean "forms"\?\)/,
    ],
    [
      'a missing key',
      '    kind: other\n',
      '',
      /:7:5: terms\.budget-line lacks "kind": Why the wording/,
    ],
    [
      'a wrong value',
      'kind: other',
      'kind: euphemisms',
      /:9:11: terms\.budget-line\.kind is "euphemisms" \(did you mean "euphemism"\?\); it must be one of contested-term, /,
    ],
    [
      'a wrong id',
      'id: budget-line',
      'id: Budget Line',
      /:7:9: terms\.Budget Line\.id is "Budget Line"; it must be in small letters.*, such as "vice-den"/,
    ],
    [
      'a wrong form',
      '{ one: budget line, many: budget lines }',
      '{ plural: budget lines }',
      /:11:15: unknown key "plural"/,
    ],
    [
      'a wrong type',
      '[We cut a line.]',
      'We cut a line.',
      /:15:13: terms\.budget-line\.examples\.pass is "We cut a line\."; it must be a list, each item/,
    ],
    [
      'no example',
      '[We cut a line.]',
      '[]',
      /:15:13: terms\.budget-line\.examples\.pass is \[\]; it must have at least one item/,
    ],
    [
      'a direct position without a source',
      'source: our-guide, ',
      '',
      /:12:17: terms\.budget-line\.positions lacks "source": A direct position cites a source/,
    ],
    [
      'an address that is not secure',
      'https:',
      'http:',
      /:5:48: sources\.our-guide\.url is "http:.*"; it must begin with https/,
    ],
    [
      'an unknown viewpoint',
      'viewpoint: our-editors',
      'viewpoint: our-editor',
      /:12:19: budget-line: unknown viewpoint "our-editor" \(did you mean "our-editors"\?\)/,
    ],
    [
      'an unknown source',
      'source: our-guide',
      'source: elsewhere',
      /:12:\d+: budget-line: unknown source "elsewhere".*"sources" in this file/,
    ],
    [
      'an id that stands twice',
      '\nterms:',
      `\nterms:\n  - id: budget-line${TERM.trimEnd()}`,
      /:16:5: budget-line: the id stands twice in this pack; rename the newer term/,
    ],
    ['broken YAML', 'forms: [', 'forms: [[', /:1[1-9]:\d+: is not valid YAML/],
    [
      'a key that stands twice',
      'kind: other',
      'kind: other\n    kind: other',
      /:10:5: is not valid YAML: Map keys must be unique/,
    ],
    [
      'an example in which nothing is found',
      '[We cut a budget line.]',
      '[We cut a budget.]',
      /:14:14: ours\/budget-line \(flag\) finds nothing here: add the wording/,
    ],
    [
      'an example in somebody else’s words',
      '[We cut a budget line.]',
      `['The "budget line" is gone.']`,
      /:14:14: ours\/budget-line \(flag\) leaves this alone as /,
    ],
    [
      'an example in which it is found',
      '[We cut a line.]',
      '[We cut budget lines.]',
      /:15:14: ours\/budget-line \(pass\) finds “budget lines” here: add an "unless"/,
    ],
  ]
  const fileOf = (name: string) => `${name.replaceAll(/\W/g, '-')}.yml`
  let said: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(top, 'mistakes-'))
    for (const [name, before, after] of MISTAKES) {
      const wrong = PACK.replace(before, after)
      expect(wrong).not.toBe(PACK)
      await write(fileOf(name), wrong)
    }
    const { status, err } = await fairdraft('test', ...MISTAKES.map(([name]) => fileOf(name)))
    expect(status).toBe(2)
    said = err.trim().split('\n')
  })

  test.each(MISTAKES)(
    'names file, line and key, and the cure: %s',
    (name, _before, _after, right) => {
      const lines = said.filter((line) => line.startsWith(`fairdraft: ${fileOf(name)}:`))
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(right)
    },
  )

  test('a file whose examples fail is told from one that cannot be used', async () => {
    await write('ours.yml', PACK.replace('We cut a line.', 'We cut budget lines.'))
    expect(await fairdraft('test', 'ours.yml')).toMatchObject({
      status: 1,
      out: 'ours.yml: 1 term, 2 examples; 1 wrong\n',
    })
  })

  test('a pack, a house style and a configuration that are right', async () => {
    await write('ours.yml', PACK)
    await write('house.yml', 'extends: [recommended]\npacks: [./ours.yml]\n')
    await write('fairdraft.yml', 'extends: [./house.yml]\nrules: { budget-line: warning }\n')
    const { status, out, err } = await fairdraft('test', 'ours.yml', 'house.yml', 'fairdraft.yml')
    expect(err).toBe('')
    expect(out.match(/1 term, 2 examples; all is well/g)).toHaveLength(3)
    expect(status).toBe(0)
  })

  test('other files are told apart', async () => {
    expect((await fairdraft('test', resolve('law/scotland.yml'))).err).toMatch(/neither a pack nor/)
    expect((await fairdraft('test', 'none.yml')).status).toBe(2)
  })
})

describe('fairdraft new', () => {
  test('a term makes a pack, another joins it, and both pass their test', async () => {
    expect((await fairdraft('new', 'term', 'vice-den')).status).toBe(0)
    expect((await fairdraft('new', 'term', 'grey-area')).out).toMatch(/our-words\.yml:\d+/)
    const { status, out } = await fairdraft('test', 'our-words.yml')
    expect(out).toBe('our-words.yml: 2 terms, 4 examples; all is well\n')
    expect(status).toBe(0)
    await write('fairdraft.yml', 'packs: [./our-words.yml]\n')
    expect(await foundIn('It is a grey area.')).toEqual(['our-words/grey-area: grey area'])
  })

  test('a term goes behind the last one, however the file is written', async () => {
    const packs: Record<string, string> = {
      'comment-below.yml': `${PACK}\n# The end.\n`,
      'windows.yml': PACK.replaceAll('\n', '\r\n'),
      'not-indented.yml': PACK.replace(/^ {2}(?=- id)/gm, '').replace(/^ {4}(?=\w)/gm, '  '),
      'keys-below.yml': `${PACK.replace(/^sources: .*\n/m, '')}${/^sources: .*\n/m.exec(PACK)?.[0]}`,
    }
    for (const [name, pack] of Object.entries(packs)) {
      await write(name, pack)
      expect(await fairdraft('new', 'term', 'vice-den', '--pack', name)).toMatchObject({
        status: 0,
      })
    }
    const { out, err } = await fairdraft('test', ...Object.keys(packs))
    expect(err).toBe('')
    expect(out.match(/: 2 terms, 4 examples; all is well\n/g)).toHaveLength(4)
    for (const [name, pack] of Object.entries(packs)) {
      const after = await readFile(join(folder, name), 'utf8')
      const ids = parse(after).terms.map(({ id }: { id: string }) => id)
      expect(ids, name).toEqual(['budget-line', 'vice-den'])
      expect(after.replaceAll('\r\n', '').includes('\r')).toBe(false)
      expect(after.includes('\r\n'), name).toBe(pack.includes('\r\n'))
    }
  })

  test('nothing is written over', async () => {
    await fairdraft('new', 'pack', 'our-words')
    const before = await readFile(join(folder, 'our-words.yml'), 'utf8')
    const again = await fairdraft('new', 'pack', 'our-words')
    expect(again).toMatchObject({ status: 2, err: expect.stringMatching(/exists already/) })
    const same = await fairdraft('new', 'term', 'first-term')
    expect(same).toMatchObject({
      status: 2,
      err: expect.stringMatching(/our-words\.yml:\d+:\d+: .*stands here already/),
    })
    expect(await readFile(join(folder, 'our-words.yml'), 'utf8')).toBe(before)
  })

  test('a wrong id is refused with a right one; a rule is for the repository', async () => {
    expect((await fairdraft('new', 'term', 'Vice Den')).err).toMatch(
      /begins with a letter: "vice-den"/,
    )
    expect((await fairdraft('new', 'rule', 'empty-promise')).err).toMatch(
      /written in a copy of Fairdraft/,
    )
    expect(await readdir(folder)).toEqual([])
  })

  test('the first line leads to the schema: in node_modules if it is there, else in this copy', async () => {
    const schemaOf = async (name: string) => {
      const first = (await readFile(join(folder, name), 'utf8')).split('\n')[0] ?? ''
      return resolve(folder, dirname(name), decodeURI(first.split('$schema=')[1] ?? ''))
    }
    await fairdraft('new', 'pack', 'one')
    expect(await schemaOf('one.yml')).toBe(resolve('dist/schema/terms.schema.json'))
    await fairdraft('init')
    expect(await schemaOf('fairdraft.yml')).toBe(resolve('dist/schema/preset.schema.json'))
    const installed = join(folder, 'node_modules/fairdraft/dist/schema')
    await cp('dist/schema', installed, { recursive: true })
    await mkdir(join(folder, 'a b'))
    await fairdraft('new', 'term', 'two', '--pack', 'a b/own.yml')
    expect(await schemaOf('a b/own.yml')).toBe(join(installed, 'terms.schema.json'))
  })
})

describe('the schemas help an editor', () => {
  const shipped = ['presets', 'terms', 'law', 'coverage'].map(async (place) =>
    (await readdir(place)).filter((name) => name.endsWith('.yml')).map((name) => join(place, name)),
  )

  test('the first line of every shipped file leads to a schema that it follows', async () => {
    const ajv = new Ajv({ strict: false, schemas: Object.values(data.schemas) })
    for (const path of (await Promise.all(shipped)).flat()) {
      const text = readFileSync(path, 'utf8')
      const address = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1]
      expect(
        address,
        `${path} lacks its first line: # yaml-language-server: $schema=…`,
      ).toBeDefined()
      const schema = resolve(dirname(path), address ?? '')
      expect(existsSync(schema), `${path} names ${address}`).toBe(true)
      const { $id } = JSON.parse(readFileSync(schema, 'utf8'))
      expect(ajv.validate($id, parse(text)), `${path}: ${ajv.errorsText()}`).toBe(true)
    }
  })

  test('what they complete is known, and nothing that is shipped is missing', () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(`dist/schema/${name}.schema.json`, 'utf8'))
    const { extends: presets, packs, rules, viewpoint } = read('preset').properties
    const offered = ({ anyOf }: { anyOf: { const?: string }[] }) =>
      anyOf.flatMap((choice) => choice.const ?? [])
    const ids = Object.keys(rules.properties)
    const config = {
      extends: offered(presets.items),
      packs: offered(packs.items),
      rules: Object.fromEntries(ids.map((id) => [id, 'off' as const])),
    }
    expect(config.extends).toEqual(catalogue.presets.map(({ name }) => name))
    expect(config.packs).toEqual(catalogue.packs.map(({ pack }) => pack.pack))
    expect(offered(viewpoint)).toEqual(Object.keys(catalogue.knowledge.viewpoints))
    const off = resolveSettings(config, catalogue)
    expect(off.rules, 'each rule can be switched off').toEqual([])
    expect(off.packs, 'each pack can be switched off').toEqual([])
    const terms = catalogue.packs.flatMap(({ pack }) =>
      pack.terms.filter(({ status }) => status !== 'retired').map((term) => termId(pack, term)),
    )
    expect(ids).toEqual(expect.arrayContaining(terms))
  })

  test.each(Object.entries(data.schemas))(
    '%s: every property has a description',
    (_name, schema) => {
      expect(undescribed(schema, schema)).toEqual([])
    },
  )
})

/** The properties of a schema that neither have a description nor refer to one. */
function undescribed(schema: unknown, root: object, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inside = Object.entries(schema).flatMap(([key, value]) =>
    undescribed(value, root, `${path}/${key}`),
  )
  const properties = 'properties' in schema && !path.endsWith('/if') ? schema.properties : {}
  const bare = Object.entries(properties ?? {}).filter(([, value]) => !isDescribed(value, root))
  return [...bare.map(([key]) => `${path}/properties/${key}`), ...inside]
}

function isDescribed(value: unknown, root: object): boolean {
  if (typeof value !== 'object' || value === null) return true
  if ('description' in value) return true
  if (!('$ref' in value) || !('definitions' in root)) return false
  const name = String(value.$ref).replace('#/definitions/', '')
  return Object.entries(root.definitions ?? {}).some(
    ([key, definition]) => key === name && 'description' in Object(definition),
  )
}

/** In order, in one copy: each leaves it as the next finds it, and what takes long is done once for all. */
describe('the recipes of CONTRIBUTING.md, followed to the letter in a fresh copy', {
  timeout: 300_000,
}, () => {
  const page = readFileSync('CONTRIBUTING.md', 'utf8')
  let copy = ''

  beforeAll(async () => {
    copy = join(top, 'fairdraft')
    await cp('.', copy, { recursive: true, filter: (path) => !LEFT_OUT.test(relative('.', path)) })
    await symlink(resolve('node_modules'), join(copy, 'node_modules'))
  })

  /** What a clone in which `npm ci` has run does not hold; the command is built by then. */
  const LEFT_OUT = /(^|\/)node_modules(\/|$)|^(site|\.git)(\/|$)/

  /** What every recipe ends with. */
  const LAST = ['npm run generate', 'npm test']

  /** Runs a line of a recipe. `npx`, which takes longer than what it starts, is tried once, below. */
  async function shell(line: string): Promise<string> {
    const direct = line
      .replace(/^npx fairdraft /, 'node dist/cli.js ')
      .replace(/^npx /, 'node_modules/.bin/')
    const { status, out, err } = await run('bash', ['-euo', 'pipefail', '-c', direct], copy)
    expect(status, `${line}\n${out}\n${err}`).toBe(0)
    return out
  }

  /** The blocks of a recipe, in order. */
  function blocksOf(title: string): string[] {
    const part = page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? ''
    return [...part.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(([, text = '']) => text)
  }

  /** Runs the commands of a recipe, but for the last. */
  async function follow(commands = ''): Promise<void> {
    for (const line of commands.trim().split('\n')) if (!LAST.includes(line)) await shell(line)
  }

  async function change(path: string, by: (text: string) => string): Promise<void> {
    const before = await readFile(join(copy, path), 'utf8')
    const after = by(before)
    expect(after, `nothing to change in ${path}`).not.toBe(before)
    await writeFile(join(copy, path), after)
  }

  async function findingsIn(text: string): Promise<object[]> {
    await writeFile(join(copy, 'draft.md'), text)
    const [file] = JSON.parse(await shell('npx fairdraft draft.md --reporter json'))
    return file.messages
  }

  test('npx finds the command', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await run('npx', ['fairdraft', '--version'], copy)).toMatchObject({
      status: 0,
      out: `${version}\n`,
    })
  })

  test('a term in two minutes', async () => {
    const [create = '', term = '', source = '', check] = blocksOf('Add a term in two minutes')
    const [, id, path = ''] = /new term (\S+) --pack (\S+)/.exec(create) ?? []
    await follow(create)
    await shell(`npx fairdraft test ${path}`)
    await change(path, (text) => {
      const at = text.indexOf(`  - id: ${id} `)
      return text.slice(0, at) + term.replace(/^(?=.)/gm, '  ')
    })
    await change('terms/sources.yml', (text) => `${text.trimEnd()}\n\n${source}`)
    await follow(check)
  })

  test('a pack', async () => {
    const [commands] = blocksOf('Add a pack')
    await follow(commands)
    expect(await shell('npx fairdraft test terms/water-safety.yml')).toMatch(/all is well/)
    // Its viewpoint and source are placeholders, which no shipped pack may have.
    await rm(join(copy, 'terms/water-safety.yml'))
  })

  test('a house style', async () => {
    const [commands] = blocksOf('Add a house style')
    await follow(commands)
  })

  test('a rule in thirty minutes', async () => {
    const [create = '', code = ''] = blocksOf('Add a rule in thirty minutes')
    await follow(create)
    await shell('npx biome check --vcs-enabled=false src/rules/index.ts src/rules/empty-promise.ts')
    await change('src/rules/empty-promise.ts', () => code)
    // A second one stays as it is written, and is then tested along with the first.
    await follow(create.replace('empty-promise', 'tall-order'))
  })

  test('what each ends with: the pages, and the tests', async () => {
    for (const title of ['a term in two minutes', 'a house style', 'a rule in thirty minutes']) {
      const commands = blocksOf(`Add ${title}`).at(-1)?.trim().split('\n') ?? []
      expect(commands.filter((line) => LAST.includes(line))).toEqual(
        title === 'a house style' ? [] : LAST,
      )
    }
    await shell('npm run generate')
    await shell('npm run build')
    // `npm test` would run this test too, and what no recipe touches.
    await shell(
      "npx vitest run test/{examples,consistency,laws,docs}.test.ts -t '^(?!the site|preset (?!recommended))'",
    )
    expect(
      await findingsIn('We met street dwellers as soon as possible. It is a tall order.'),
    ).toMatchObject([
      { ruleId: 'homelessness/street-dweller', expected: ['people sleeping rough'] },
      { ruleId: 'empty-promise' },
      { ruleId: 'tall-order' },
    ])
    expect(await shell('npx fairdraft explain empty-promise')).toMatch(/^# Promise without a date/)
  })
})
