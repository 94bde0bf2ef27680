import { once } from 'node:events'
import process from 'node:process'
import { linePieces } from '../reporters/json.ts'
import { codeOf, type Failure, STDIN } from './files.ts'

/** Prints a report, or writes it to a file; what went wrong, if that fails. */
export async function print(
  report: string | Iterable<string>,
  output: string | undefined,
): Promise<Failure | undefined> {
  if (output === undefined || output === STDIN) {
    for (const chunk of chunksOf(report)) await printChunk(chunk)
    return undefined
  }
  try {
    const { writeWhole } = await import('./write.ts')
    await writeWhole(output, typeof report === 'string' ? report : chunksOf(report))
    return undefined
  } catch (error) {
    return { path: output, reason: `cannot be written (${codeOf(error)}); check the folder` }
  }
}

/** Prints an object as a line of JSON; waits while whoever reads it is behind. */
export async function printLine(entry: object): Promise<void> {
  for (const chunk of chunksOf(linePieces(entry))) await printChunk(chunk)
}

async function printChunk(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

/** So many UTF-16 units are written at once at least. */
const CHUNK = 1 << 16

function* chunksOf(pieces: string | Iterable<string>): Generator<string> {
  if (typeof pieces === 'string') return yield pieces
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

const WIDEST = 100

/** How many columns a line of a report may have. */
export function widthOf(): number {
  return Math.min(process.stdout.columns ?? WIDEST, WIDEST)
}
