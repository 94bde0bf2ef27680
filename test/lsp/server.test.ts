import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CancellationTokenSource, DiagnosticSeverity } from 'vscode-languageserver'
import { shippedHost } from '../../src/lsp/host.ts'
import { createFileHost } from '../../src/lsp/node.ts'
import { OverviewRequest, PresetsRequest } from '../../src/lsp/overview.ts'
import { Editor } from './client.ts'

const URI = 'file:///nowhere/draft.md'
const ERROR = 'Keeping a brothel under section 33A is a summary only offence.'

let editor: Editor
beforeEach(async () => {
  editor = await new Editor().start()
})
afterEach(() => editor.stop())

describe('diagnostics', () => {
  test('have the rule as their code, a link, and a place in UTF-16 units', async () => {
    const [found, ...more] = await editor.open(URI, '😀 We met sex workers.\n')
    expect(more).toEqual([])
    expect(found).toMatchObject({
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 21 } },
      severity: DiagnosticSeverity.Information,
      source: 'fairdraft',
      code: 'prostitution/sex-worker',
      codeDescription: { href: expect.stringMatching(/^https?:/) },
    })
  })

  test('a mistake of law is an error', async () => {
    const found = await editor.open(URI, ERROR)
    expect(found.map(({ severity, code }) => [severity, code])).toContainEqual([
      DiagnosticSeverity.Error,
      'offence-classification',
    ])
  })

  test('follow a change, and go when the document is closed', async () => {
    await editor.open(URI, 'We met sex workers.\n')
    const range = editor.rangeOf(URI, 'sex')
    expect(await editor.change(URI, [{ range, text: 'care' }])).toEqual([])
    expect(await editor.change(URI, [{ text: 'Sex workers.' }])).toHaveLength(1)
    const last = editor.next(URI)
    await editor.close(URI)
    expect(await last).toEqual([])
  })

  test('of several changes in a row only the last is reported', async () => {
    await editor.open(URI, 'We met .')
    const versions: unknown[] = []
    editor.connection.onNotification('textDocument/publishDiagnostics', ({ version }) => {
      versions.push(version)
    })
    for (let index = 0; index < 50; index++) {
      const start = { line: 0, character: 7 }
      void editor.type(URI, [{ range: { start, end: start }, text: 'sex workers ' }])
    }
    const last = editor.document(URI).version
    // The notification handler above replaces that of the editor, so the hover is what is waited for.
    await editor.hover(URI, 'sex workers')
    expect(versions.at(-1)).toBe(last)
    expect(versions.length).toBeLessThan(50)
  })

  test.each([
    ['untitled:Untitled-1', 'markdown', '    A sex worker in code.'],
    ['vscode-vfs://host/folder/draft.md', 'markdown', '    A sex worker in code.'],
    ['git:/nowhere/draft.md?%7B%22ref%22%3A%22HEAD%22%7D', 'markdown', '    A sex worker in code.'],
  ])('%s is read by its language, with no file', async (uri, language, text) => {
    expect(await editor.open(uri, text, language)).toEqual([])
    expect(await editor.change(uri, [{ text: 'We met a sex worker.' }])).toHaveLength(1)
  })

  test('a document of an unknown language is read as plain text', async () => {
    expect(await editor.open('untitled:One', '    A sex worker.', 'plaintext')).toHaveLength(1)
  })
})

describe('hover', () => {
  test('says why, and who says so', async () => {
    await editor.open(URI, 'We met sex workers.\n')
    const hover = await editor.hover(URI, 'workers')
    expect(hover?.contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('`prostitution/sex-worker`'),
    })
    expect(hover?.range).toEqual(editor.rangeOf(URI, 'sex workers'))
  })

  test('tells what the registry knows of a citation in which nothing is wrong', async () => {
    const text =
      'Keeping a brothel under section 33A of the Sexual Offences Act 1956 is an offence.'
    expect(await editor.open(URI, text)).toEqual([])
    const hover = await editor.hover(URI, 'Offences Act')
    expect(JSON.stringify(hover?.contents)).toMatch(
      /# Section 33A of the Sexual Offences Act 1956.*Mode of trial/,
    )
  })

  test('is silent elsewhere', async () => {
    await editor.open(URI, 'We met sex workers.\n')
    expect(await editor.hover(URI, 'We')).toBeNull()
  })
})

describe('code actions', () => {
  test('replace, explain and ignore', async () => {
    await editor.open(URI, 'We met sex workers.\n')
    const actions = await editor.actions(URI, editor.rangeOf(URI, 'workers'))
    const titles = actions.map(({ title }) => title)
    expect(titles.at(-2)).toBe('Explain “sex workers” (prostitution/sex-worker)')
    expect(titles.at(-1)).toBe('Ignore “sex workers” here, with a reason')
    const [first] = actions
    expect(first?.title).toMatch(/^Replace with “.+”$/)
    expect(first?.diagnostics?.[0]?.code).toBe('prostitution/sex-worker')
    expect(first && editor.applied(URI, first)).toMatch(/^We met people .+\.\n$/)
    expect(first?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } })
  })

  test('the only replacement is preferred, one of several is not', async () => {
    await editor.open(URI, 'The chairman spoke of sex workers.\n')
    const preferred = async (words: string) =>
      (await editor.actions(URI, editor.rangeOf(URI, words)))
        .filter(({ title }) => title.startsWith('Replace'))
        .map(({ isPreferred }) => isPreferred)
    for (const words of ['chairman', 'sex workers']) {
      const flags = await preferred(words)
      expect(flags).toEqual(flags.map(() => flags.length === 1))
    }
  })

  test('“explain” gives the whole page', async () => {
    await editor.open(URI, 'We met sex workers.\n')
    const actions = await editor.actions(URI, editor.rangeOf(URI, 'workers'))
    const { command } = actions.find(({ title }) => title.startsWith('Explain')) ?? {}
    const page = await editor.connection.sendRequest('workspace/executeCommand', command)
    expect(page).toMatch(/^# sex worker\n[\s\S]*## Who says what/)
    expect(editor.shown).toEqual([page])
  })

  test('fix all makes what --fix makes, and is offered when it is asked for', async () => {
    await editor.open(URI, 'Some of them committed suicide.\n')
    const everything = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }
    const [fix, ...more] = await editor.actions(URI, everything, ['source.fixAll'])
    expect(more).toEqual([])
    expect(fix?.kind).toBe('source.fixAll.fairdraft')
    expect(fix && editor.applied(URI, fix)).toBe('Some of them died by suicide.\n')
    const offered = await editor.actions(URI, everything)
    expect(offered.filter(({ kind }) => kind !== 'quickfix')).toEqual([])
  })

  test('a client that knows no versions of documents gets plain changes', async () => {
    const old = await new Editor().start({ capabilities: {} })
    await old.open(URI, 'We met sex workers.\n')
    const [first] = await old.actions(URI, old.rangeOf(URI, 'workers'))
    expect(Object.keys(first?.edit?.changes ?? {})).toEqual([URI])
    await old.stop()
  })
})

describe('by viewpoint', () => {
  test('findings stand under each viewpoint that avoids the words', async () => {
    await editor.open(URI, `We met sex workers.\n\n${ERROR}`)
    const overview = await editor.connection.sendRequest(OverviewRequest, { uri: URI })
    const codes = (title: RegExp) =>
      overview?.groups.find((group) => title.test(group.title))?.findings.map(({ code }) => code)
    expect(codes(/Nordic/)).toContain('prostitution/sex-worker')
    expect(codes(/Nordic/)).not.toContain('offence-classification')
    expect(codes(/^Law/)).toContain('offence-classification')
    expect(overview?.presets).toHaveLength(1)
  })

  test('the house styles to choose from are named with their authors', async () => {
    const presets = await editor.connection.sendRequest(PresetsRequest)
    expect(presets).toContainEqual(
      expect.objectContaining({ name: 'nordic-model', author: expect.stringMatching(/./) }),
    )
  })
})

describe('configuration', () => {
  let folder: string
  let inFolder: Editor
  let uri: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairdraft-lsp-'))
    uri = pathToFileURL(join(folder, 'draft.md')).href
    inFolder = await new Editor(createFileHost()).start({
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'drafts' }],
    })
  })
  afterEach(async () => {
    vi.useRealTimers()
    await inFolder.stop()
    await rm(folder, { recursive: true })
  })

  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    const next = inFolder.next(uri)
    await inFolder.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] })
    return next
  }

  test('the nearest fairdraft.yml counts, and so does every change to it', async () => {
    await writeFile(join(folder, 'fairdraft.yml'), 'exempt: [sex workers]\n')
    expect(await inFolder.open(uri, 'We met sex workers.')).toEqual([])
    expect(inFolder.registered).toContain('workspace/didChangeWatchedFiles')
    const [found] = await write('fairdraft.yml', 'rules: { sex-worker: error }\n')
    expect(found?.severity).toBe(DiagnosticSeverity.Error)
  })

  test('a mistake in it is shown once, and the default preset counts', async () => {
    await writeFile(join(folder, 'fairdraft.yml'), 'rules: { sex-wroker: error }\n')
    expect(await inFolder.open(uri, 'We met sex workers.')).toHaveLength(1)
    await inFolder.change(uri, [{ text: 'We met two sex workers.' }])
    expect(inFolder.shown).toEqual([
      expect.stringMatching(/fairdraft\.yml:1:10: .*did you mean "sex-worker"/),
    ])
  })

  test('a preset or a file chosen in the editor comes first', async () => {
    await writeFile(join(folder, 'fairdraft.yml'), 'exempt: [sex workers]\n')
    await writeFile(join(folder, 'other.yml'), 'rules: { sex-worker: warning }\n')
    await inFolder.open(uri, 'We met sex workers.')
    const settle = async (settings: unknown) => {
      inFolder.settings = settings
      const next = inFolder.next(uri)
      await inFolder.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: null,
      })
      return (await next).map(({ severity }) => severity)
    }
    expect(await settle({ config: 'other.yml' })).toEqual([DiagnosticSeverity.Warning])
    expect(await settle({ preset: 'rights-based' })).toEqual([])
    expect(await settle({ preset: 3, config: {} })).toEqual([])
    await settle({ preset: 'nordic-modl', config: 'other.yml' })
    expect(inFolder.shown.at(-1)).toMatch(/Unknown preset "nordic-modl" \(did you mean/)
  })

  test('an ignore comment ends on its day, however long the server runs', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-01T12:00:00Z') })
    const ignored = '<!-- fairdraft-ignore-next sex-worker until 2027-03-01: theirs -->\n\n'
    expect(await inFolder.open(uri, `${ignored}We met sex workers.`)).toEqual([])
    vi.setSystemTime(new Date('2027-03-02T12:00:00Z'))
    expect(await inFolder.change(uri, [{ text: `${ignored}We met two sex workers.` }])).toEqual([
      expect.objectContaining({ message: expect.stringContaining('held until 2027-03-01') }),
    ])
  })

  test('a document that is on no disk has presets only', async () => {
    await writeFile(join(folder, 'fairdraft.yml'), 'exempt: [sex workers]\n')
    expect(await inFolder.open('untitled:Untitled-1', 'We met sex workers.')).toHaveLength(1)
  })

  test('a client that cannot be asked sends its settings', async () => {
    const old = await new Editor().start({
      capabilities: {},
      initializationOptions: { preset: 'statutory' },
    })
    await old.open(URI, 'We met sex workers.')
    const presets = async () => {
      const overview = await old.connection.sendRequest(OverviewRequest, { uri: URI })
      return overview?.presets
    }
    const before = await presets()
    const next = old.next(URI)
    await old.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { fairdraft: { preset: ['vawg'] } },
    })
    await next
    expect(await presets()).not.toEqual(before)
    await old.stop()
  })
})

test('a request that was cancelled while its document was checked is answered with nothing', async () => {
  let checks = 0
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  const slow = await new Editor({
    ...shippedHost,
    settingsFor: async (...args) => {
      checks++
      await released
      return shippedHost.settingsFor(...args)
    },
  }).start()
  await slow.show(URI, 'We met sex workers.')
  const source = new CancellationTokenSource()
  const textDocument = { uri: URI }
  const range = slow.rangeOf(URI, 'sex')
  const hover = { textDocument, position: range.start }
  const actions = { textDocument, range, context: { diagnostics: [] } }
  const asked = [
    slow.connection.sendRequest('textDocument/hover', hover, source.token),
    slow.connection.sendRequest('textDocument/codeAction', actions, source.token),
  ]
  source.cancel()
  // What is asked later is answered when the cancellation has come in.
  await slow.connection.sendRequest('workspace/executeCommand', { command: 'none' })
  release()
  expect(await Promise.all(asked)).toEqual([null, []])
  expect(await slow.hover(URI, 'sex')).not.toBeNull()
  expect(checks).toBe(1)
  await slow.stop()
})

test('what is asked of an unknown document is answered with nothing', async () => {
  const nowhere = { textDocument: { uri: 'file:///unknown.md' } }
  const position = { line: 0, character: 0 }
  expect(
    await editor.connection.sendRequest('textDocument/hover', { ...nowhere, position }),
  ).toBeNull()
  const overview = await editor.connection.sendRequest(OverviewRequest, { uri: 'untitled:x' })
  expect(overview).toBeNull()
})
