import process from 'node:process'
import { VFile } from 'vfile'
import { configurator } from '../../config/load.ts'
import { LARGEST_FILE, tooLarge } from '../../config/regular-file.ts'
import { fieldsOf } from '../../fields.ts'
import { forget } from '../../recent.ts'
import { fileEntry } from '../../reporters/json.ts'
import type { Settings } from '../../settings.ts'
import { complain } from '../complain.ts'
import { printLine } from '../output.ts'
import { WRONG_USE } from '../status.ts'
import { lintReadably } from './lint-file.ts'
import type { CheckArguments } from './options.ts'
import { optionsOf, quieten } from './report.ts'
import { createVerdict } from './verdict.ts'

/** A line of a stream. */
interface Incoming {
  /** Whatever it goes by where it comes from; handed back. */
  readonly id?: string | number
  /** Its document; what is wrong, if it holds none. */
  readonly document: Document | string
}

interface Document {
  /** Its name: the extension says what format it is in. */
  readonly path?: string
  readonly text: string
}

/**
 * Reads documents from standard input, one JSON object a line, and prints a line for each in their order:
 * `{"id", "path", "messages"}`, or `{"id", "error"}`. Nothing is kept, however many there are. All of
 * them are checked with the settings that hold where the command was run.
 */
export async function checkStream(args: CheckArguments): Promise<number> {
  const name = args['stdin-filename']
  const { settings, failures } = await configurator(args)(name)
  for (const failure of failures) complain(failure)
  const options = await optionsOf(args)
  const verdict = createVerdict(args)
  let hasFailed = failures.length > 0
  let number = 0
  for await (const line of linesOf(process.stdin, LARGEST_FILE)) {
    number++
    if (line?.trim() === '') continue
    const { id, document }: Incoming =
      line === undefined ? { document: tooLarge(LARGEST_FILE) } : incoming(line)
    const known = id === undefined ? {} : { id }
    const checked =
      typeof document === 'string' ? document : await checkOne(document, name, settings)
    if (typeof checked === 'string') {
      complain({ path: `standard input, line ${number}`, reason: checked })
      hasFailed = true
      await printLine({ ...known, error: checked })
    } else {
      verdict.add(checked)
      quieten(checked, args)
      await printLine({ ...known, ...fileEntry(checked, options) })
      forget()
    }
  }
  return hasFailed ? WRONG_USE : verdict.status()
}

async function checkOne({ path, text }: Document, name: string, settings: Settings) {
  const file = new VFile({ path: path ?? name, value: text })
  const checked = await lintReadably(file, settings)
  return 'reason' in checked ? checked.reason : checked
}

function incoming(line: string): Incoming {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { document: `is not JSON; ${RIGHT}` }
  }
  if (typeof value !== 'object' || value === null) return { document: `is no object; ${RIGHT}` }
  const { id, path, text } = fieldsOf(value)
  const document = documentOf(path, text)
  return typeof id === 'string' || typeof id === 'number' ? { id, document } : { document }
}

const RIGHT = 'write {"path": "draft.md", "text": "…"}'

function documentOf(path: unknown, text: unknown): Document | string {
  if (typeof text !== 'string') return `has no "text" that is a string; ${RIGHT}`
  if (path === undefined) return { text }
  if (typeof path !== 'string' || path === '') return `has a "path" that is no name; ${RIGHT}`
  return { path, text }
}

/**
 * The lines of a stream, broken at line feeds only: JSON may hold other line separators. Of a line that is
 * longer than `longest`, in UTF-16 units, there is nothing.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder()
  let pieces: string[] = []
  let length = 0
  const line = () => (length > longest ? undefined : pieces.join(''))
  const add = (piece: string) => {
    length += piece.length
    if (length <= longest) pieces.push(piece)
    else pieces = []
  }
  for await (const chunk of stream) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n')
    add(first)
    for (const piece of rest) {
      yield line()
      pieces = []
      length = 0
      add(piece)
    }
  }
  add(decoder.decode())
  if (length > 0) yield line()
}
