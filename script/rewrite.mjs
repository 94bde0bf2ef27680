// Puts other source in the place of a module's own while a bundle is made. What finds nothing to replace fails.
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * A plugin of esbuild: modules whose path matches `filter` have the source that `rewritten` makes of theirs and of
 * their path. A bundle without such a module fails.
 */
export function rewrite(filter, rewritten) {
  const name = `rewrite ${filter}`
  return loading(name, filter, async ({ path }) => ({
    contents: rewritten(await readFile(path, 'utf8'), path),
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    resolveDir: dirname(path),
  }))
}

/** A plugin of esbuild: the module whose path matches `filter` gives way to a file. A bundle without it fails. */
export function standIn(filter, file) {
  return loading(`stand-in ${file}`, filter, async () => ({
    contents: await readFile(file, 'utf8'),
    loader: 'ts',
    resolveDir: dirname(file),
  }))
}

function loading(name, filter, load) {
  return {
    name,
    setup({ onLoad, onStart, onEnd }) {
      let isMet = false
      onStart(() => {
        isMet = false
      })
      onLoad({ filter }, (module) => {
        isMet = true
        return load(module)
      })
      onEnd(() => {
        if (!isMet)
          throw new Error(`no module of the bundle matches ${filter}: name one that it has`)
      })
    },
  }
}

/** Source in which a pattern is replaced. @throws Error unless it matches just once. */
export function replacedOnce(code, pattern, replacement) {
  const found = [...code.matchAll(new RegExp(pattern, 'gm'))].length
  if (found !== 1) {
    throw new Error(`${pattern} matches ${found} times, not once: see how this version is written`)
  }
  return code.replace(pattern, replacement)
}
