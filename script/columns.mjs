// Lays data out in columns: what stands under one key, wherever it is, goes together, and so packs into less.

/**
 * Data as columns. `shapes` are the lists of keys that objects have, a line each; a column has, each on a line
 * and in order of place, what the values in it are (a string; a list of so many; an object of some shape, whose
 * values share a column if they are of one kind; or JSON), then the strings among them. A list or object that stands
 * more than once is marked with ! at its first place and has the number of that mark, behind an r, at the others.
 */
export function toColumns(data) {
  const shapes = new Map()
  const columns = new Map()
  const repeated = repeatedIn(data)
  const marked = new Map()
  const put = (name, value) => {
    if (!columns.has(name)) columns.set(name, { kinds: [], strings: [] })
    const { kinds, strings } = columns.get(name)
    const kind = kindOf(value)
    const whole = repeated.get(value)
    if (marked.has(whole)) {
      kinds.push(`r${marked.get(whole)}`)
      return
    }
    const mark = whole === undefined ? '' : '!'
    if (mark) marked.set(whole, marked.size)
    if (kind === 'string') {
      kinds.push('s')
      strings.push(value)
    } else if (kind === 'list') {
      kinds.push(`${mark}l${value.length}`)
      for (const part of value) put(`${name} `, part)
    } else if (kind === 'object') {
      const keys = Object.keys(value)
      const isAlike = new Set(Object.values(value).map(kindOf)).size === 1
      kinds.push(mark + (isAlike ? 'a' : 'o') + numberIn(shapes, JSON.stringify(keys)))
      for (const key of keys) put(isAlike ? `${name}.` : key, value[key])
    } else kinds.push(JSON.stringify(value))
  }
  put('', data)
  const sorted = [...columns].map(([name, { kinds, strings }]) => ({
    name,
    kinds: kinds.join('\n'),
    strings: strings.join('\n'),
  }))
  // Strings alike in length are alike in more.
  sorted.sort((one, other) => meanLine(one.strings) - meanLine(other.strings))
  return {
    shapes: [...shapes.keys()].join('\n'),
    names: sorted.map(({ name }) => name),
    kinds: sorted.map(({ kinds }) => kinds),
    strings: sorted.map(({ strings }) => strings),
  }
}

/** The data that were laid out in columns. */
export function fromColumns({ shapes, names, kinds: kindsOf, strings: stringsOf }) {
  const keysOf = shapes
    .split('\n')
    .filter(Boolean)
    .map((keys) => JSON.parse(keys))
  const left = new Map(
    names.map((name, at) => [
      name,
      { kinds: kindsOf[at].split('\n').values(), strings: stringsOf[at].split('\n').values() },
    ]),
  )
  const marked = []
  const take = (name) => {
    const { kinds, strings } = left.get(name)
    const written = kinds.next().value
    if (written === 's') return strings.next().value
    const kind = written.replace('!', '')
    const number = Number(kind.slice(1))
    if (kind.startsWith('r')) return marked[number]
    const isList = kind.startsWith('l')
    const isAlike = kind.startsWith('a')
    if (!isList && !isAlike && !kind.startsWith('o')) return JSON.parse(written)
    const at = kind === written ? undefined : marked.push(undefined) - 1
    const value = isList
      ? Array.from({ length: number }, () => take(`${name} `))
      : Object.fromEntries(keysOf[number].map((key) => [key, take(isAlike ? `${name}.` : key)]))
    if (at !== undefined) marked[at] = value
    return value
  }
  return take('')
}

/** The JSON of each list and object, filled, that stands more than once in some data. */
function repeatedIn(data) {
  const found = new Map()
  const visit = (value) => {
    if (typeof value !== 'object' || value === null) return
    const json = JSON.stringify(value)
    const those = found.get(json) ?? []
    found.set(json, those.concat([value]))
    if (those.length === 0) for (const part of Object.values(value)) visit(part)
  }
  visit(data)
  const repeated = [...found].filter(([json, those]) => those.length > 1 && json.length >= WORTH)
  return new Map(repeated.flatMap(([json, those]) => those.map((value) => [value, json])))
}

/** A shorter one is not worth a number. */
const WORTH = 30

function kindOf(value) {
  if (typeof value === 'string') return value.includes('\n') ? 'JSON' : 'string'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'object' : 'JSON'
}

function numberIn(known, text) {
  if (!known.has(text)) known.set(text, known.size)
  return known.get(text)
}

function meanLine(lines) {
  return lines.length / lines.split('\n').length
}
