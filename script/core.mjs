// Builds dist/cli/: the command, with all that every check loads in one script, for which V8 can keep compiled code.
import { mkdir, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'

const FOLDER = 'dist/cli'

/**
 * Builds the command like other modules, in files that share code; `options` are those of esbuild. Then those files that
 * the first of them imports at once become one script, core.cjs, and each has its exports from there: see
 * src/cli/core.ts. What is imported late stays a module. Gives esbuild’s metafile of the modules.
 */
export async function buildCommand(options) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: ['src/cli/main.ts'],
    outdir: FOLDER,
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
  })
  const code = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const core = importedAtOnce('main.js', metafile)
  const script = await joined([...core.keys()], code, options)
  await mkdir(FOLDER, { recursive: true })
  await writeFile(`${FOLDER}/core.cjs`, script)
  for (const [name, text] of code) {
    const names = core.get(name)
    const exported = `export const{${names}}=core[${JSON.stringify(name)}]`
    const module = names?.length > 0 ? `import{core}from"./core.js";${exported}\n` : ''
    await writeFile(`${FOLDER}/${name}`, names ? module : text)
  }
  return metafile
}

/** A file and those that it imports at once, with the names of what they export. */
function importedAtOnce(name, { outputs }, found = new Map()) {
  if (found.has(name)) return found
  const { imports, exports } = outputs[`${FOLDER}/${name}`]
  found.set(name, exports)
  for (const { path, kind, external } of imports) {
    if (kind === 'import-statement' && !external) importedAtOnce(basename(path), { outputs }, found)
  }
  return found
}

/** Files as one script: an expression whose value gives the exports of each by its name. */
async function joined(names, code, options) {
  const { outputFiles } = await build({
    ...options,
    stdin: {
      contents: names
        .map((name) => `export * as ${JSON.stringify(name)} from './${name}'`)
        .join('\n'),
    },
    format: 'cjs',
    target: 'es2022',
    write: false,
    define: { 'import.meta.url': '__url' },
    banner: { js: '((__url,require,__import)=>{const module={};' },
    footer: { js: 'return module.exports})' },
    plugins: [fromMemory(new Map(names.map((name) => [`./${name}`, scriptOf(code.get(name))])))],
  })
  return outputFiles[0].contents
}

/** The code of a module for a script, which cannot import by itself. */
function scriptOf(module) {
  const script = module.replaceAll('await import(', 'await __import(')
  if (/[^_]import\(/.test(script)) throw new Error('a late import is not awaited where it stands')
  return script
}

/** A plugin of esbuild: modules whose source is at hand; all others stay outside the bundle. */
function fromMemory(sources) {
  return {
    name: 'from memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^/ }, ({ path }) =>
        sources.has(path) ? { path, namespace: 'memory' } : { path, external: true },
      )
      onLoad({ filter: /^/, namespace: 'memory' }, ({ path }) => ({ contents: sources.get(path) }))
    },
  }
}
