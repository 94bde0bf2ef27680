// For bundles that run away from dist/: puts all data into the bundle, in the place of src/data.ts.
import { readdir, readFile } from 'node:fs/promises'

/** A plugin of esbuild. */
export const embed = {
  name: 'embed',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]data\.ts$/ }, async () => {
      const files = await readdir('src/data')
      const parts = files.map(async (file) => {
        const name = JSON.stringify(file.replace('.json', ''))
        const text = JSON.stringify(await readFile(`src/data/${file}`, 'utf8'))
        return `${name}: JSON.parse(${text})`
      })
      return { contents: `export const data = {\n${(await Promise.all(parts)).join(',\n')}\n}\n` }
    })
  },
}
