// Makes a bundle smaller: modules that give way to others, and rules without what only pages about them say.
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A plugin of esbuild. `pairs` are modules by a pattern of their path, each with the file that takes its place. */
export const standIns = (pairs) => ({
  name: 'stand-ins',
  setup(build) {
    for (const [filter, file] of pairs) {
      build.onLoad({ filter }, async () => ({
        contents: await readFile(file, 'utf8'),
        loader: 'ts',
        resolveDir: dirname(file),
      }))
    }
  },
})

/** What only documentation asks of a rule, as Biome lays it out. */
const DOCUMENTATION =
  /^ {4}(?:title: '.*'|about:\s+(?:'.*'|".*"|`.*`)|examples: \{\n[\s\S]*?^ {4}\}),\n/gm

/** A plugin of esbuild: rules without their titles, explanations and examples. */
export const undocumented = {
  name: 'undocumented',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      if (/index\.ts$/.test(path)) return undefined
      const code = await readFile(path, 'utf8')
      const said = code.match(DOCUMENTATION) ?? []
      if (said.length !== 3) {
        throw new Error(
          `${path}: title, about and examples must stand at 4 spaces, as Biome puts them`,
        )
      }
      return { contents: code.replace(DOCUMENTATION, ''), loader: 'ts' }
    })
  },
}
