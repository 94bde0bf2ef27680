// Bundles the extension: a client and a server, each for Node and for the browser, and the schemas.
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'esbuild'

// Paths are those of the repository.
process.chdir(join(import.meta.dirname, '../..'))
const HERE = 'editors/vscode'

await import('../../script/data.mjs')
for (const folder of ['dist', 'schema'])
  await rm(join(HERE, folder), { recursive: true, force: true })
await cp('schema', join(HERE, 'schema'), { recursive: true })
await cp('LICENSE', join(HERE, 'LICENSE'))

const absWorkingDir = process.cwd()
const shared = { absWorkingDir, bundle: true, minify: true, legalComments: 'none' }
const inNode = { ...shared, platform: 'node', target: 'node20', format: 'cjs' }
const inBrowser = { ...shared, platform: 'browser', target: 'es2022' }
const outdir = join(HERE, 'dist')
const external = ['vscode']
const contents = "import { serveOnStdio } from './node.ts'\nserveOnStdio()\n"

await Promise.all([
  build({ ...inNode, entryPoints: [join(HERE, 'src/node.ts')], outdir, external }),
  build({
    ...inBrowser,
    entryPoints: [join(HERE, 'src/browser.ts')],
    outdir,
    external,
    format: 'cjs',
  }),
  build({
    ...inNode,
    stdin: { contents, resolveDir: join(absWorkingDir, 'src/lsp'), loader: 'ts' },
    outfile: join(outdir, 'server.js'),
  }),
  build({
    ...inBrowser,
    entryPoints: { 'server-worker': 'src/lsp/browser.ts' },
    outdir,
    format: 'iife',
    // A worker has no document, which some packages use in a browser.
    conditions: ['worker'],
  }),
])
