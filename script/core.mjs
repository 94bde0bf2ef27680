// Builds dist/cli/: the command, with all that every check loads in one script, for which V8 can keep compiled code.
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const FOLDER = 'dist/cli'

/** What a plain check begins with, and what it imports late. */
const ENTRIES = ['src/cli/main.ts', 'src/reporters/pretty.ts']

/**
 * Builds the command as other modules are built: files that share code. Those of them that a plain check needs become
 * one script, core.cjs, and have their exports from there: see src/cli/start.ts. All else stays a module that is imported
 * late. `options` are those of esbuild; gives its metafile of the modules.
 */
export async function buildCommand(options) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [ENTRIES[0]],
    outdir: FOLDER,
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
  })
  const modules = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]))
  const core = namesIn(metafile)
  await mkdir(FOLDER, { recursive: true })
  await writeFile(`${FOLDER}/core.cjs`, await joined([...core.keys()], modules, options))
  for (const [name, code] of modules) {
    await writeFile(join(FOLDER, name), core.has(name) ? fromCore(name, core.get(name)) : code)
  }
  return metafile
}

/** How a file is imported by those beside it. */
function nameOf(path) {
  return `./${basename(path)}`
}

/** The files that a plain check needs, by name: the names of what they export. */
function namesIn({ outputs }) {
  const found = new Map()
  const add = (path) => {
    if (found.has(nameOf(path))) return
    const { imports, exports } = outputs[path]
    found.set(nameOf(path), exports)
    for (const { path, kind, external } of imports) {
      if (kind === 'import-statement' && !external) add(path)
    }
  }
  for (const path of Object.keys(outputs)) if (ENTRIES.includes(outputs[path].entryPoint)) add(path)
  return found
}

/** The code of a module that has its exports from the script. */
function fromCore(name, exports) {
  if (exports.length === 0) return ''
  return `import{core}from"../cli.js";export const{${exports}}=core[${JSON.stringify(name)}]\n`
}

/** Modules as one script: an expression that gives what each of them exports, by its name. */
async function joined(names, modules, options) {
  const all = names.map((name) => `export * as '${name}' from '${name}'`)
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: all.join('\n') },
    format: 'cjs',
    target: 'es2022',
    write: false,
    define: { 'import.meta.url': '__url' },
    banner: { js: '((__url,require,__import)=>{const module={};' },
    footer: { js: 'return module.exports})' },
    plugins: [fromMemory(new Map(names.map((name) => [name, scriptOf(modules.get(name))])))],
  })
  return ascii(outputFiles[0].text)
}

/** Code in ASCII alone, which is read fastest: other signs are left over in expressions only. */
function ascii(code) {
  const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return code.replace(/[\u0080-\uffff]/g, escaped)
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
