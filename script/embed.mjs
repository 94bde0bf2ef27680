// For bundles that run away from dist/: puts the data into the bundle, in the place of src/data.ts.
import { readdir, readFile } from 'node:fs/promises'
import { toColumns } from './columns.mjs'

/**
 * A plugin of esbuild. `leftOut` names what the bundle never asks for: a part (`schemas`) or the keys that lead to a
 * value (`law.acts.url`), past lists; `*` is any key. With `columns` the data are smaller when packed, and take some
 * 20 ms longer to read.
 */
export const embed = ({ leftOut = [], columns = false } = {}) => ({
  name: 'embed',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]data\.ts$/ }, async () => {
      const parts = (await readdir('src/data')).map(async (file) => [
        file.replace('.json', ''),
        JSON.parse(await readFile(`src/data/${file}`, 'utf8')),
      ])
      const paths = leftOut.map((path) => path.split('.'))
      const data = without(Object.fromEntries(await Promise.all(parts)), paths)
      return { contents: columns ? inColumns(data) : asJson(data), resolveDir: '.' }
    })
  },
})

function asJson(data) {
  const lines = Object.entries(data).map(
    ([name, part]) => `${name}: JSON.parse(${JSON.stringify(JSON.stringify(part))})`,
  )
  return `export const data = {\n${lines.join(',\n')}\n}\n`
}

function inColumns(data) {
  return `import { fromColumns } from './script/columns.mjs'
export const data = fromColumns(${JSON.stringify(toColumns(data))})
`
}

/** A value without what stands at the end of some paths. */
function without(value, paths) {
  if (Array.isArray(value)) return value.map((one) => without(one, paths))
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).flatMap(([key, part]) => {
    const below = paths
      .filter(([first]) => first === key || first === '*')
      .map(([, ...rest]) => rest)
    return below.some(({ length }) => length === 0) ? [] : [[key, without(part, below)]]
  })
  return Object.fromEntries(kept)
}
