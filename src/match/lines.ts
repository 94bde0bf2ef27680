/** Tables as text, a line for each key in order: looked up, and never parsed as a whole. */

/** Writes keys with numbers as lines. */
export function linesOf(
  table: Iterable<readonly [key: string, numbers: readonly number[]]>,
): string {
  return [...table]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, numbers]) => `${key}\t${numbers.join(' ')}\n`)
    .join('')
}

/** The numbers that stand with a key in lines, if it is there. */
export function numbersIn(lines: string, key: string): readonly number[] | undefined {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = middle > low ? lines.lastIndexOf('\n', middle - 1) + 1 : low
    const tab = lines.indexOf('\t', start)
    const end = lines.indexOf('\n', tab)
    const there = lines.slice(start, tab)
    if (there === key) return numbersOf(lines.slice(tab + 1, end))
    if (there < key) low = end + 1
    else high = start
  }
  return undefined
}

/** All keys of lines with their numbers. */
export function* tableIn(lines: string): Generator<readonly [key: string, numbers: number[]]> {
  for (const line of lines.split('\n')) {
    const [key = '', numbers] = line.split('\t')
    if (numbers !== undefined) yield [key, numbersOf(numbers)]
  }
}

function numbersOf(text: string): number[] {
  return text.split(' ').map(Number)
}
