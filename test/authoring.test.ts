/** Words, packs and house styles of a user's own, and the recipes by which people add to ours. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { data } from '../src/data.ts'

const COMMAND = resolve('dist/cli.js')
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

const fairdraft = (...args: string[]) => run(process.execPath, [COMMAND, ...args], folder)

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

  test.each([
    [
      'extends: [https://example.org/house.yml]',
      /fairdraft\.yml:1:11: https:.* is an address; nothing is fetched/,
    ],
    ['extends: [./house.js]', /fairdraft\.yml:1:11: \.\/house\.js: is not YAML/],
    ['packs:\n  - ./none.yml', /fairdraft\.yml:2:5: \.\/none\.yml: no such file/],
    ['packs: [our-wrods]', /fairdraft\.yml:1:9: Unknown pack "our-wrods".*its path/],
    [
      'viewpoint: nordic-modle',
      /fairdraft\.yml:1:12: Unknown viewpoint "nordic-modle" \(did you mean "nordic-model"\?\)/,
    ],
    ['extends: [./round.yml]', /Presets extend each other in a circle: round\.yml → round\.yml/],
    [
      'extends: [./wrong.yml]',
      /wrong\.yml:2:3: Unknown rule or term "sex-wrok" \(did you mean "sex-work"\?\)/,
    ],
  ])('%s: the mistake is named where it stands', async (config, message) => {
    await write('fairdraft.yml', `${config}\n`)
    await write('house.js', 'throw new Error("run")\n')
    await write('round.yml', 'extends: [./round.yml]\n')
    await write('wrong.yml', 'rules:\n  sex-wrok: off\n')
    await write('draft.md', 'Nothing.')
    const { status, err } = await fairdraft('draft.md')
    expect(status).toBe(2)
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('fairdraft test', () => {
  test.each([
    [
      'an unknown key',
      ['    forms:', '    form:'],
      /:11:5: unknown key "form" \(did you mean "forms"\?\)/,
    ],
    [
      'a missing key',
      ['    kind: other\n', ''],
      /:7:5: terms\.budget-line lacks "kind": Why the wording/,
    ],
    [
      'a wrong value',
      ['kind: other', 'kind: euphemisms'],
      /:9:11: terms\.budget-line\.kind is "euphemisms" \(did you mean "euphemism"\?\); it must be one of contested-term, /,
    ],
    [
      'a wrong id',
      ['id: budget-line', 'id: Budget Line'],
      /:7:9: terms\.Budget Line\.id is "Budget Line"; it must be in small letters.*, such as "vice-den"/,
    ],
    [
      'a wrong form',
      ['{ one: budget line, many: budget lines }', '{ plural: budget lines }'],
      /:11:15: unknown key "plural"/,
    ],
    [
      'no example',
      ['[We cut a line.]', '[]'],
      /:15:13: terms\.budget-line\.examples\.pass is \[\]; it must have at least one item/,
    ],
    [
      'an address that is not secure',
      ['https:', 'http:'],
      /:5:48: sources\.our-guide\.url is "http:.*"; it must begin with https/,
    ],
    [
      'an unknown viewpoint',
      ['viewpoint: our-editors', 'viewpoint: our-editor'],
      /:12:19: budget-line: unknown viewpoint "our-editor" \(did you mean "our-editors"\?\)/,
    ],
    [
      'an unknown source',
      ['source: our-guide', 'source: elsewhere'],
      /:12:.*unknown source "elsewhere".*"sources" in this file/,
    ],
    ['broken YAML', ['forms: [', 'forms: [['], /:1[1-9]:\d+: is not valid YAML/],
  ])(
    'names file, line and key, and the right form: %s',
    async (_name, [before, after], message) => {
      const wrong = PACK.replace(before ?? '', after ?? '')
      expect(wrong).not.toBe(PACK)
      await write('ours.yml', wrong)
      const { status, err } = await fairdraft('test', 'ours.yml')
      expect(err).toMatch(message)
      expect(err).toMatch(/^fairdraft: ours\.yml/)
      expect(status).toBe(2)
    },
  )

  test('an id that stands twice', async () => {
    await write('ours.yml', `${PACK}  - id: budget-line${TERM}`)
    const { status, err } = await fairdraft('test', 'ours.yml')
    expect(err).toBe(
      'fairdraft: ours.yml:16:5: budget-line: the id stands twice in this pack; rename the newer term\n',
    )
    expect(status).toBe(2)
  })

  test.each([
    [
      '[We cut a budget line.]',
      '[We cut a budget.]',
      /ours\.yml:14:14: ours\/budget-line \(flag\) finds nothing here: add the wording/,
    ],
    [
      '[We cut a budget line.]',
      `['The "budget line" is gone.']`,
      /ours\.yml:14:14: ours\/budget-line \(flag\) leaves this alone as /,
    ],
    [
      '[We cut a line.]',
      '[We cut budget lines.]',
      /ours\.yml:15:14: ours\/budget-line \(pass\) finds “budget lines” here: add an "unless"/,
    ],
  ])('an example that fails: %s → %s', async (before, after, message) => {
    await write('ours.yml', PACK.replace(before, after))
    const { status, err } = await fairdraft('test', 'ours.yml')
    expect(err).toMatch(message)
    expect(status).toBe(1)
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

  test.each([
    ['behind the last term, whatever stands below', `${PACK}\n# The end.\n`],
    ['in a file with Windows line endings', PACK.replaceAll('\n', '\r\n')],
    [
      'in a list that is not indented',
      PACK.replace(/^ {2}(?=- id)/gm, '').replace(/^ {4}(?=\w)/gm, '  '),
    ],
    [
      'above other keys',
      `${PACK.replace(/^sources: .*\n/m, '')}${/^sources: .*\n/m.exec(PACK)?.[0]}`,
    ],
  ])('a term goes %s', async (_where, pack) => {
    await write('ours.yml', pack)
    expect(await fairdraft('test', 'ours.yml')).toMatchObject({ status: 0, err: '' })
    expect(await fairdraft('new', 'term', 'vice-den', '--pack', 'ours.yml')).toMatchObject({
      status: 0,
    })
    const { out, err } = await fairdraft('test', 'ours.yml')
    expect(err).toBe('')
    expect(out).toBe('ours.yml: 2 terms, 4 examples; all is well\n')
    const after = await readFile(join(folder, 'ours.yml'), 'utf8')
    expect(parse(after).terms.map(({ id }: { id: string }) => id)).toEqual([
      'budget-line',
      'vice-den',
    ])
    expect(after.replaceAll('\r\n', '').includes('\r')).toBe(false)
    expect(after.includes('\r\n')).toBe(pack.includes('\r\n'))
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
    expect(await schemaOf('one.yml')).toBe(resolve('schema/terms.schema.json'))
    await fairdraft('init')
    expect(await schemaOf('fairdraft.yml')).toBe(resolve('schema/preset.schema.json'))
    await cp('schema', join(folder, 'node_modules/fairdraft/schema'), { recursive: true })
    await mkdir(join(folder, 'a b'))
    await fairdraft('new', 'term', 'two', '--pack', 'a b/own.yml')
    expect(await schemaOf('a b/own.yml')).toBe(
      join(folder, 'node_modules/fairdraft/schema/terms.schema.json'),
    )
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

describe('the recipes of CONTRIBUTING.md, followed to the letter in a fresh copy', () => {
  const page = readFileSync('CONTRIBUTING.md', 'utf8')
  let copy = ''

  beforeAll(async () => {
    copy = join(top, 'fairdraft')
    await cp('.', copy, { recursive: true, filter: (path) => !LEFT_OUT.test(relative('.', path)) })
    await symlink(resolve('node_modules'), join(copy, 'node_modules'))
    const built = await shell('npm run build')
    expect(built, built.err).toMatchObject({ status: 0 })
  })

  /** What a clone does not hold. */
  const LEFT_OUT = /^(node_modules|dist|site|\.git)(\/|$)/

  function shell(line: string): Promise<Outcome> {
    return run('bash', ['-euo', 'pipefail', '-c', line], copy)
  }

  /** The blocks of a recipe, in order. */
  function blocksOf(title: string): { language: string; text: string }[] {
    const part = page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? ''
    return [...part.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
      ([, language = '', text = '']) => ({ language, text }),
    )
  }

  /** Runs the commands of a block. `npm test` would run this test too: it stands for those named. */
  async function follow(text: string, names = ''): Promise<void> {
    const tests = names.split(' ').map((name) => `test/${name}.test.ts`)
    for (const line of text.trim().split('\n')) {
      const command =
        line === 'npm test' ? `npm run build && npx vitest run ${tests.join(' ')}` : line
      const { status, out, err } = await shell(command)
      expect(status, `${line}\n${out}\n${err}`).toBe(0)
    }
  }

  async function change(path: string, by: (text: string) => string): Promise<void> {
    const before = await readFile(join(copy, path), 'utf8')
    const after = by(before)
    expect(after, `nothing to change in ${path}`).not.toBe(before)
    await writeFile(join(copy, path), after)
  }

  test('a term in two minutes works at the first try', { timeout: 300_000 }, async () => {
    const [create, term, source, check] = blocksOf('Add a term in two minutes')
    const [, id, path = ''] = /new term (\S+) --pack (\S+)/.exec(create?.text ?? '') ?? []
    await follow(create?.text ?? '')
    await change(path, (text) => {
      const at = text.indexOf(`  - id: ${id} `)
      return text.slice(0, at) + (term?.text ?? '').replace(/^(?=.)/gm, '  ')
    })
    await change('terms/sources.yml', (text) => `${text.trimEnd()}\n\n${source?.text}`)
    await follow(check?.text ?? '', 'examples consistency docs')
    const { out } = await shell(`echo 'We met street dwellers.' | npx fairdraft - --reporter json`)
    expect(JSON.parse(out)[0].messages[0]).toMatchObject({
      ruleId: 'homelessness/street-dweller',
      expected: ['people sleeping rough'],
    })
  })

  test('a pack, a house style and a rule', { timeout: 300_000 }, async () => {
    const [pack] = blocksOf('Add a pack')
    await follow(pack?.text ?? '')
    expect((await shell('npx fairdraft test terms/water-safety.yml')).out).toMatch(/all is well/)
    await rm(join(copy, 'terms/water-safety.yml'))

    const [style] = blocksOf('Add a house style')
    await follow(style?.text ?? '')

    const [create, code, check] = blocksOf('Add a rule in thirty minutes')
    await follow(create?.text ?? '')
    const skeleton = await readFile(join(copy, 'src/rules/empty-promise.ts'), 'utf8')
    expect(skeleton).toMatch(/export const emptyPromise = defineRule/)
    const clean = await shell(
      'npx biome check --vcs-enabled=false src/rules/index.ts src/rules/empty-promise.ts',
    )
    expect(clean.status, clean.out + clean.err).toBe(0)
    await follow('npm run build')
    expect((await shell(`echo 'An empty promise.' | npx fairdraft - --reporter json`)).out).toMatch(
      /"empty-promise"/,
    )
    await change('src/rules/empty-promise.ts', () => code?.text ?? '')
    await follow(check?.text ?? '', 'examples laws docs')
    expect((await shell('npx fairdraft explain empty-promise')).out).toMatch(
      /^# Promise without a date/,
    )
  })
})
