import { VFile } from 'vfile'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { lint } from '../engine.ts'
import { EXTENSIONS } from '../readers/index.ts'
import type { Settings } from '../settings.ts'

/** A version of an open document with its findings. */
export interface Checked {
  readonly document: TextDocument
  /** The version that was checked; the document may be newer. */
  readonly version: number
  readonly file: VFile
  readonly settings: Settings
}

/** The open documents, as the protocol’s library keeps them. */
interface OpenDocuments {
  get(uri: string): TextDocument | undefined
}

/** What checking needs from the server. */
interface ChecksOptions {
  readonly documents: OpenDocuments
  settingsFor(uri: string): Promise<Settings>
  /** Called with every check whose document has not changed meanwhile. */
  publish(checked: Checked): void
  /** Called when a check failed, which only a fault in Fairdraft can make it do. */
  fail(uri: string, error: unknown): void
}

/** Keeps the findings of open documents up with their text. */
interface Checks {
  /** Checks a document soon; of several changes in a row only the last counts. */
  schedule(uri: string): void
  /** The findings of a document as it is now; nothing if it is closed or changes meanwhile. */
  current(uri: string): Promise<Checked | undefined>
  /** Forgets all findings: the settings have changed. */
  forget(): void
  /** Forgets a document that was closed. */
  close(uri: string): void
}

interface State {
  timer?: ReturnType<typeof setTimeout>
  running?: { readonly version: number; readonly checked: Promise<Checked | undefined> }
  /** How long the last check after a change took: milliseconds. The first check of a document tells nothing of it. */
  took: number
}

/** A check quicker than this, in milliseconds, follows every change at once: few type so fast. */
const QUICK = 100
/** How long a slow check waits for a pause in typing at most: milliseconds. */
const LONGEST_WAIT = 500

/** Makes the keeper of findings for some documents. */
export function createChecks({ documents, settingsFor, publish, fail }: ChecksOptions): Checks {
  const states = new Map<string, State>()

  const stateOf = (uri: string): State => {
    const state = states.get(uri) ?? { took: 0 }
    states.set(uri, state)
    return state
  }

  const check = async (document: TextDocument, state: State): Promise<Checked | undefined> => {
    const { uri, version } = document
    const isChanged = state.running !== undefined
    try {
      const settings = await settingsFor(uri)
      if (documents.get(uri)?.version !== version) return undefined
      const started = performance.now()
      const file = await lint(fileOf(document), settings)
      if (isChanged) state.took = performance.now() - started
      if (documents.get(uri)?.version !== version || states.get(uri) !== state) return undefined
      const checked = { document, version, file, settings }
      publish(checked)
      return checked
    } catch (error) {
      fail(uri, error)
      return undefined
    }
  }

  const current = (uri: string): Promise<Checked | undefined> => {
    const document = documents.get(uri)
    if (!document) return Promise.resolve(undefined)
    const state = stateOf(uri)
    clearTimeout(state.timer)
    if (state.running?.version === document.version) return state.running.checked
    const checked = check(document, state)
    state.running = { version: document.version, checked }
    return checked
  }

  const schedule = (uri: string) => {
    const state = stateOf(uri)
    clearTimeout(state.timer)
    const wait = state.took < QUICK ? 0 : Math.min(state.took, LONGEST_WAIT)
    state.timer = setTimeout(() => void current(uri), wait)
  }

  const close = (uri: string) => {
    clearTimeout(states.get(uri)?.timer)
    states.delete(uri)
  }

  return {
    schedule,
    current,
    close,
    forget() {
      for (const uri of states.keys()) close(uri)
    },
  }
}

/** Extensions by what an editor calls the language, for documents without one that Fairdraft knows. */
const OF_LANGUAGE: { readonly [language: string]: string } = { markdown: '.md', html: '.html' }

const KNOWN = new Set(EXTENSIONS)

/** A document as a file; one whose name tells no format has that of its language. */
function fileOf(document: TextDocument): VFile {
  const file = new VFile({ path: nameOf(document.uri), value: document.getText() })
  const extension = OF_LANGUAGE[document.languageId]
  if (!KNOWN.has(file.extname?.toLowerCase() ?? '')) file.path += extension ?? '.txt'
  return file
}

/** The last part of an address, decoded where that can be done. */
function nameOf(uri: string): string {
  const name = uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1) || 'untitled'
  try {
    return decodeURIComponent(name).replaceAll('/', ' ') || 'untitled'
  } catch {
    return name
  }
}
