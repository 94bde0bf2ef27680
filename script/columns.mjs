// Lays data out in columns: what stands under one key, wherever it is, goes together, and so packs into less.

/**
 * Data as columns. `shapes` are the lists of keys that objects have, a line each; a column has, each on a line
 * and in order of place, what the values in it are (a string; a list of so many; an object of some shape, whose
 * values share a column if they are of one kind; or JSON), then the strings among them.
 */
export function toColumns(data) {
  const shapes = new Map()
  const columns = new Map()
  const put = (name, value) => {
    if (!columns.has(name)) columns.set(name, { kinds: [], strings: [] })
    const { kinds, strings } = columns.get(name)
    const kind = kindOf(value)
    if (kind === 'string') {
      kinds.push('s')
      strings.push(value)
    } else if (kind === 'list') {
      kinds.push(`l${value.length}`)
      for (const part of value) put(`${name} `, part)
    } else if (kind === 'object') {
      const keys = Object.keys(value)
      const isAlike = new Set(Object.values(value).map(kindOf)).size === 1
      kinds.push((isAlike ? 'a' : 'o') + numberIn(shapes, JSON.stringify(keys)))
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
  const take = (name) => {
    const { kinds, strings } = left.get(name)
    const kind = kinds.next().value
    if (kind === 's') return strings.next().value
    const number = Number(kind.slice(1))
    if (kind.startsWith('l')) return Array.from({ length: number }, () => take(`${name} `))
    const isAlike = kind.startsWith('a')
    if (!isAlike && !kind.startsWith('o')) return JSON.parse(kind)
    return Object.fromEntries(keysOf[number].map((key) => [key, take(isAlike ? `${name}.` : key)]))
  }
  return take('')
}

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
