import { VFile } from 'vfile'
import type { Block } from '../blocks.ts'
import type { Stretch } from '../finding.ts'
import { applyEdits, type Edit } from '../fix.ts'
import { readFile } from '../readers/index.ts'

const REASON = 'say here why'

/**
 * The comment that silences a rule where some words stand: above their paragraph, or above their list or
 * table. Nothing where the format has no comments, or where a comment would not be read as one.
 */
export async function ignoreEdit(
  file: VFile,
  { start }: Stretch,
  ruleId: string,
): Promise<Edit | undefined> {
  const { blocks } = (await readFile(file)).reading
  const first = startOfRun(blocks, start)
  if (first === undefined) return undefined
  const source = String(file)
  const line = source.lastIndexOf('\n', first - 1) + 1
  const [prefix = ''] = /^\uFEFF?[ \t>]*/.exec(source.slice(line, first)) ?? []
  const at = line + prefix.length
  const comment = `<!-- fairdraft-ignore-next ${ruleId}: ${REASON} -->`
  const newline = source.includes('\r\n') ? '\r\n' : '\n'
  const edit = { start: at, end: at, text: `${comment}${newline}${prefix.replace('\uFEFF', '')}` }
  return (await isRead(file, edit)) ? edit : undefined
}

/** Where the block of an offset begins in the file, or the first of its list or table. */
function startOfRun(blocks: readonly Block[], offset: number): number | undefined {
  let index = blocks.findLastIndex(({ spans }) =>
    spans.some(({ start, end }) => start <= offset && offset < end),
  )
  const kind = blocks[index]?.kind
  if (kind === 'item' || kind === 'cell') {
    while (blocks[index - 1]?.kind === kind) index--
  }
  return blocks[index]?.spans[0]?.start
}

/** Whether the reader takes a comment for a directive once it is there. */
async function isRead(file: VFile, edit: Edit): Promise<boolean> {
  const value = applyEdits(String(file), [edit])
  const { reading } = await readFile(new VFile({ path: file.path, value }))
  return reading.directives.some(({ start }) => start === edit.start)
}
