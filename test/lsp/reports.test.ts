/** Diagnostics for editors that ask for them, as Neovim from 0.11 and VS Code do. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { LSPErrorCodes } from 'vscode-languageserver'
import { Editor, PULLING } from './client.ts'

const URI = 'untitled:draft.md'

let editor: Editor
beforeEach(async () => {
  editor = await new Editor().start({ capabilities: PULLING })
})
afterEach(() => editor.stop())

test('a client that asks for diagnostics is answered, and is sent none', async () => {
  expect(editor.initialized?.capabilities.diagnosticProvider).toEqual({
    interFileDependencies: false,
    workspaceDiagnostics: false,
  })
  await editor.show(URI, 'We met sex workers.\n')
  expect(await editor.pull(URI)).toMatchObject({
    kind: 'full',
    items: [{ code: 'prostitution/sex-worker' }],
  })
  await editor.close(URI)
  expect(await editor.pull(URI)).toEqual({ kind: 'full', items: [] })
  expect(editor.wasPublished(URI)).toBe(false)
})

test('a client that does not ask is not told that it may', async () => {
  const old = await new Editor().start()
  expect(old.initialized?.capabilities.diagnosticProvider).toBeUndefined()
  await old.stop()
})

test('diagnostics are unchanged as long as they look the same', async () => {
  await editor.show(URI, 'We met sex workers.\n\nNothing here.\n')
  const first = await editor.pull(URI)
  const { resultId } = first
  const unchanged = { kind: 'unchanged', resultId }
  expect(await editor.pull(URI, resultId)).toEqual(unchanged)
  await editor.type(URI, [{ range: editor.rangeOf(URI, 'Nothing'), text: 'Nothing new' }])
  expect(await editor.pull(URI, resultId)).toEqual(unchanged)
  // Who has them not gets them.
  expect(await editor.pull(URI)).toEqual(first)
  expect(await editor.pull(URI, 'another')).toEqual(first)
  await editor.type(URI, [{ range: editor.rangeOf(URI, 'We met'), text: 'Today we met' }])
  const moved = await editor.pull(URI, resultId)
  expect(moved).toMatchObject({ kind: 'full', items: [{ range: { start: { character: 13 } } }] })
  expect(moved.resultId).not.toBe(resultId)
})

test('new settings make the client ask again', async () => {
  await editor.show(URI, 'We met sex workers.')
  const { resultId } = await editor.pull(URI)
  editor.settings = { preset: 'rights-based' }
  const refreshed = editor.until(() => (editor.refreshed === 1 ? true : undefined))
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
  await refreshed
  expect(await editor.pull(URI, resultId)).toMatchObject({ kind: 'full', items: [] })
})

test('while one types, an answer is that of the text as it is then, or that one should ask again', async () => {
  await editor.show(URI, 'We met .')
  const start = { line: 0, character: 7 }
  const answers: Promise<number>[] = []
  for (let count = 1; count <= 20; count++) {
    void editor.type(URI, [{ range: { start, end: start }, text: 'sex workers ' }])
    const answer = editor.pull(URI).then(
      (report) => (report.kind === 'full' ? report.items.length : 0),
      ({ code, data }) => {
        expect([code, data]).toEqual([LSPErrorCodes.ServerCancelled, { retriggerRequest: true }])
        return count
      },
    )
    answers.push(answer)
  }
  expect(await Promise.all(answers)).toEqual(answers.map((_answer, index) => index + 1))
})
