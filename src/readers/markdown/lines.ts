const LINE_ENDING = /[\r\n]/

/** Where the line that holds `offset` ends: the offset of its line ending, or `limit`. */
export function endOfLine(source: string, offset: number, limit: number): number {
  const length = source.slice(offset, limit).search(LINE_ENDING)
  return length < 0 ? limit : offset + length
}

/** Where the line after the line ending at `offset` begins. */
export function afterLineEnding(source: string, offset: number): number {
  return offset + (source.startsWith('\r\n', offset) ? 2 : 1)
}

/** The offset of the first character from `offset` on that is no space or tab, or `limit`. */
export function skipSpace(source: string, offset: number, limit: number): number {
  let index = offset
  while (index < limit && isSpace(source.charCodeAt(index))) index += 1
  return index
}

/** The offset after the last character before `limit` that is no space or tab, or `offset`. */
export function skipSpaceBack(source: string, offset: number, limit: number): number {
  let index = limit
  while (index > offset && isSpace(source.charCodeAt(index - 1))) index -= 1
  return index
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}
