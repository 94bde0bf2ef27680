import { deserialize, serialize } from 'node:v8'
import { VFile, type Options as VFileOptions } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { fieldsOf } from '../../fields.ts'

interface Entry {
  readonly value: string
  readonly data: NonNullable<VFileOptions['data']>
  readonly messages: readonly VFileMessage[]
}

/** A checked file as it is kept. V8’s own format keeps what JSON loses: blocks that point to other blocks. */
export function stored(file: VFile): Buffer {
  const messages = file.messages.map((message) => ({ ...message, reason: message.reason }))
  return serialize({ value: String(file), data: { ...file.data }, messages })
}

/** The file of an entry, without its path; undefined if it is none, or not as `stored` wrote it. */
export function restored(entry: Uint8Array | undefined): VFile | undefined {
  const read = entry && contentOf(entry)
  if (!isEntry(read)) return undefined
  const file = new VFile({ value: read.value, data: read.data })
  file.messages = read.messages.map((message) =>
    Object.assign(new VFileMessage(message.reason), message),
  )
  return file
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
  const { value, data, messages } = fieldsOf(read)
  const { blocks, answers, quiet, encoding } = fieldsOf(data)
  return (
    typeof value === 'string' &&
    isObject(data) &&
    [blocks, answers, quiet].every((list) => isUnset(list) || isListOf(list, isObject)) &&
    isTextOrUnset(encoding) &&
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
