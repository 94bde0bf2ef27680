import { deserialize, serialize } from 'node:v8'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { fieldsOf } from '../../fields.ts'

/** What a check adds to a file. What the file itself says, its text and encoding, is never taken from an entry. */
export type Entry = Pick<VFile, 'data' | 'messages'>

/** What was found in a file, as it is kept. V8’s own format keeps what JSON loses: blocks that point to other blocks. */
export function stored(file: VFile): Buffer {
  const messages = file.messages.map((message) => ({ ...message, reason: message.reason }))
  return serialize({ data: { ...file.data }, messages })
}

/** What an entry says; undefined if it is none, or not as `stored` wrote it. */
export function restored(entry: Uint8Array | undefined): Entry | undefined {
  const read = entry && contentOf(entry)
  if (!isEntry(read)) return undefined
  const messages = read.messages.map((message) =>
    Object.assign(new VFileMessage(message.reason), message),
  )
  return { data: read.data, messages }
}

function contentOf(entry: Uint8Array): unknown {
  try {
    return deserialize(entry)
  } catch {
    return undefined
  }
}

/** Whether what was read can be shown: somebody else may have written it, or another version of Node. */
function isEntry(read: unknown): read is Entry {
  const { data, messages } = fieldsOf(read)
  const { blocks, answers, quiet } = fieldsOf(data)
  return (
    isObject(data) &&
    [blocks, answers, quiet].every((list) => isUnset(list) || isListOf(list, isObject)) &&
    isListOf(messages, isMessage)
  )
}

function isMessage(message: unknown): boolean {
  const { reason, ruleId, source, actual, note, url, fix, context, ...rest } = fieldsOf(message)
  const { fatal, expected, line, column, place, location } = rest
  return (
    typeof reason === 'string' &&
    [ruleId, source, actual, note, url, fix, context].every(isTextOrUnset) &&
    (isUnset(fatal) || typeof fatal === 'boolean') &&
    (isUnset(expected) || isListOf(expected, (one) => typeof one === 'string')) &&
    [line, column].every((at) => isUnset(at) || Number.isInteger(at)) &&
    (isUnset(place) || isPlace(place)) &&
    (isUnset(location) || isObject(location))
  )
}

function isPlace(place: unknown): boolean {
  // A plugin of others may give a point instead of a range, and leave out the offset.
  const { start = place, end = place } = fieldsOf(place)
  return [start, end].every((point) => {
    const { line, column, offset } = fieldsOf(point)
    return [line, column].every(Number.isInteger) && (isUnset(offset) || Number.isInteger(offset))
  })
}

function isListOf(list: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(list) && list.every(isItem)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null
}

function isTextOrUnset(value: unknown): boolean {
  return isUnset(value) || typeof value === 'string'
}
