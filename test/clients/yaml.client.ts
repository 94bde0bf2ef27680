/** The language server of VS Code’s YAML extension, with the schemas that our extension contributes. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { Ajv } from 'ajv'
import { unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import {
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { catalogue } from '../../src/index.ts'
import { FAIRDRAFT, installed, isThere, run, temporaryFolder } from './programs.ts'

const EXTENSION = resolve('editors/vscode/fairdraft.vsix')

test('everything that the extension names is in its package, and its schemas are valid', () => {
  const { folder, manifest } = unpacked()
  const ajv = new Ajv({ strict: false })
  const schemas = join(folder, 'schema')
  for (const name of readdirSync(schemas)) ajv.addSchema(JSON.parse(text(join(schemas, name))))
  for (const path of [manifest.main, manifest.browser]) {
    expect(isThere(join(folder, path)), path).toBe(true)
  }
  for (const { url } of manifest.contributes.yamlValidation) {
    expect(ajv.getSchema(JSON.parse(text(join(folder, url))).$id), url).toBeTypeOf('function')
  }
})

test('in fairdraft.yml: keys, house styles, packs, viewpoints, rules, levels, what they are, and mistakes', async () => {
  const { at } = await startYaml()
  const file = 'fairdraft.yml'
  const keys = await at(file, '‸')
  expect(Object.keys(keys.offered)).toEqual(
    expect.arrayContaining(['extends', 'packs', 'rules', 'viewpoint', 'exempt', 'jurisdiction']),
  )
  expect(keys.offered.rules).toMatch(/^How severe a rule/)

  const presets = await at(file, 'extends:\n  - ‸')
  expect(Object.keys(presets.offered)).toEqual(catalogue.presets.map(({ name }) => name))
  expect(presets.offered.recommended).toMatch(/takes no side/)
  const packs = await at(file, 'packs:\n  - ‸')
  expect(Object.keys(packs.offered)).toEqual(catalogue.packs.map(({ pack }) => pack.pack))
  const viewpoints = await at(file, 'viewpoint: ‸')
  expect(Object.keys(viewpoints.offered)).toEqual(Object.keys(catalogue.knowledge.viewpoints))

  const rules = await at(file, 'rules:\n  offence-classification: error\n  ‸')
  expect(rules.offered).toMatchObject({
    'offence-penalty': expect.stringMatching(/^Maximum penalty/),
    'prostitution/sex-work': expect.stringMatching(/^sex work\./),
    'missing-coverage/asw-law': expect.stringMatching(/advertising sites/),
    vawg: expect.stringMatching(/^All terms of the pack/),
  })
  const levels = await at(file, 'rules:\n  offence-penalty: ‸')
  expect(levels.offered).toMatchObject({ error: expect.any(String), '"off"': 'Not reported.' })
  expect(Object.keys(levels.offered)).toHaveLength(4)

  const hover = async (marked: string) => (await at(file, marked)).hover
  expect(await hover('extends: [npcc‸-2025, ./house.yml]')).toMatch(/^National police guidance/)
  expect(await hover('rules:\n  prostitution/sex-w‸ork: off')).toMatch(/^sex work\..*labour/)
  expect(await hover('evid‸ence: any')).toMatch(/^What a term needs to be reported/)

  const mistakes = async (content: string) => (await at(file, content)).mistakes
  expect(
    await mistakes(
      'extends: [recommended, ./house.yml]\npacks: [./own.yml]\nviewpoint: our-own\nrules: { own/term: off }\n',
    ),
    'what is a user’s own is no mistake',
  ).toEqual([])
  expect(await mistakes('rules:\n  offence-penalty: loud\n')).toEqual([
    expect.stringMatching(/^2:20 .*"error", "warning", "suggestion", "off"/),
  ])
  expect(await mistakes('jurisdiction: wales\n')).toEqual([
    expect.stringMatching(/^1:15 .*"england-and-wales"/),
  ])
  expect(await mistakes('about: x\nextend: []\n')).toEqual([expect.stringMatching(/^2:1 .*extend/)])
})

test('in a pack: keys, kinds, viewpoints, sources, what they are, and mistakes', async () => {
  const { at, folder } = await startYaml()
  const skeleton = 'own.yml'
  await run(FAIRDRAFT[0], [FAIRDRAFT[1], 'new', 'pack', 'own'], { cwd: folder })
  const written = text(join(folder, skeleton))
  const marked = (from: RegExp, to: string) => written.replace(from, to)
  for (const file of [skeleton, 'our.fairdraft-terms.yml']) {
    const see = (content: string) => at(file, content)
    expect((await see(written)).mistakes, file).toEqual([])
    const kinds = await see(marked(/kind: .*/, 'kind: ‸'))
    expect(kinds.offered, file).toMatchObject({ euphemism: expect.stringMatching(/sounds better/) })
    expect(Object.keys(kinds.offered), file).toHaveLength(14)
    const viewpoints = await see(marked(/- viewpoint: .*/, '- viewpoint: ‸'))
    expect(viewpoints.offered, file).toMatchObject({
      'nordic-model': expect.stringMatching(/^Nordic-model/),
    })
    const sources = await see(marked(/source: .*/, 'source: ‸'))
    expect(Object.keys(sources.offered), file).toEqual(Object.keys(catalogue.knowledge.sources))
    expect((await see(marked(/stance: avoid/, 'sta‸nce: avoid'))).hover, file).toMatch(
      /^avoid: asks/,
    )
    expect((await see(marked(/stance: avoid/, 'stance: shun'))).mistakes, file).toEqual([
      expect.stringMatching(/"avoid", "prefer", "accept"/),
    ])
  }
})

test('what is shipped has no mistake', async () => {
  const { at } = await startYaml()
  for (const folder of ['presets', 'terms', 'law', 'coverage']) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.yml'))) {
      const path = resolve(folder, name)
      expect((await at(path, text(path))).mistakes, path).toEqual([])
    }
  }
})

const text = (path: string) => readFileSync(path, 'utf8')

/** The packaged extension, unpacked, with its manifest. */
function unpacked() {
  if (!isThere(EXTENSION)) {
    throw new Error(`${EXTENSION} is missing: npm ci && npm run package in editors/vscode`)
  }
  const root = temporaryFolder()
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(EXTENSION)))) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), bytes)
  }
  const folder = join(root, 'extension')
  const manifest: {
    main: string
    browser: string
    contributes: { yamlValidation: { fileMatch: string | string[]; url: string }[] }
  } = JSON.parse(text(join(folder, 'package.json')))
  return { folder, manifest }
}

/** What the YAML extension makes of what other extensions contribute. */
function associations() {
  const { folder, manifest } = unpacked()
  return manifest.contributes.yamlValidation.map(({ fileMatch, url }) => ({
    fileMatch: [fileMatch].flat().map((pattern) => `/${pattern}`),
    uri: pathToFileURL(join(folder, url)).href,
  }))
}

const CARET = '‸'

/** Starts the server, and shows it texts with a caret in them. */
async function startYaml() {
  const path = installed('yaml-language-server/bin/yaml-language-server')
  const server = spawn(process.execPath, [path, '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  onTestFinished(() => {
    connection.dispose()
    server.kill()
  })
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }: { section: string }) =>
      section === 'yaml' ? { validate: true, hover: true, completion: true } : {},
    ),
  )
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
    },
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('json/schemaAssociations', associations())
  const folder = temporaryFolder()
  return {
    folder,
    at: (file: string, marked: string) =>
      look(connection, pathToFileURL(resolve(folder, file)).href, marked),
  }
}

let version = 0

async function look(connection: ProtocolConnection, uri: string, marked: string) {
  const [before = '', after = ''] = marked.split(CARET)
  const lines = before.split('\n')
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
  const textDocument = { uri, languageId: 'yaml', version: ++version, text: before + after }
  const told = () =>
    new Promise<readonly Diagnostic[]>((done) => {
      connection.onNotification('textDocument/publishDiagnostics', (params) => {
        if (params.uri === uri) done(params.diagnostics)
      })
    })
  const checked = told()
  await connection.sendNotification('textDocument/didOpen', { textDocument })
  const diagnostics = await checked
  const asked = { textDocument: { uri }, position }
  const list: CompletionItem[] | { items: CompletionItem[] } = await connection.sendRequest(
    'textDocument/completion',
    asked,
  )
  const hover: Hover | null = await connection.sendRequest('textDocument/hover', asked)
  // The server says then that nothing is wrong any more.
  const closed = told()
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  await closed
  return {
    offered: Object.fromEntries(
      ('items' in list ? list.items : list).map(({ label, documentation = '' }) => [
        label,
        typeof documentation === 'string' ? documentation : documentation.value,
      ]),
    ),
    /** What is said of the place, without the title of the schema. */
    hover: hover && JSON.parse(JSON.stringify(hover.contents)).value.replace(/^####.*\n+/, ''),
    mistakes: diagnostics.map(
      ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
    ),
  }
}
