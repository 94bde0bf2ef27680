// For bundles that run away from dist/: puts the data into the bundle, in the place of src/data.ts.
import { readdir, readFile } from 'node:fs/promises'

/**
 * A plugin of esbuild. `parts` are left out whole (`schemas`), `keys` wherever they stand (`examples`).
 */
export const embed = ({ parts = [], keys = [] } = {}) => ({
  name: 'embed',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]data\.ts$/ }, async () => {
      const names = (await readdir('src/data')).map((file) => file.replace('.json', ''))
      const kept = names.filter((name) => !parts.includes(name))
      const lines = kept.map(async (name) => {
        const value = JSON.parse(await readFile(`src/data/${name}.json`, 'utf8'))
        const text = JSON.stringify(value, (key, part) => (keys.includes(key) ? undefined : part))
        return `${name}: JSON.parse(${JSON.stringify(text)})`
      })
      return { contents: `export const data = {\n${(await Promise.all(lines)).join(',\n')}\n}\n` }
    })
  },
})
