/** When checks begin: counts, no clock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { createChecks } from '../../src/lsp/checks.ts'
import { shippedSettings } from '../../src/lsp/host.ts'

const URI = 'file:///nowhere/draft.md'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('a change while a slow check waits for a pause begins the wait again', async () => {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 200
    return clock
  })
  let document = TextDocument.create(URI, 'markdown', 0, 'We met sex workers.')
  const versions: number[] = []
  const checks = createChecks({
    documents: { get: () => document },
    settingsFor: async () => {
      versions.push(document.version)
      return shippedSettings({ presets: [] }).settings
    },
    publish: () => {},
    fail: (_uri, error) => expect.unreachable(String(error)),
  })
  const type = () => {
    document = TextDocument.update(document, [{ text: 'Here.' }], document.version + 1)
    checks.schedule(URI)
  }
  await checks.current(URI)
  type()
  await checks.current(URI)
  // A check after a change is now known to take 200 milliseconds.
  type()
  vi.advanceTimersByTime(150)
  type()
  vi.advanceTimersByTime(150)
  expect(versions).toEqual([0, 1])
  vi.advanceTimersByTime(50)
  await checks.current(URI)
  expect(versions).toEqual([0, 1, 3])
})
