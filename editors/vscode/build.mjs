// Bundles the extension: a client and a server, each for Node and for the browser, with their data, and the schemas.
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'esbuild'
import { embed } from '../../script/embed.mjs'
import { licencesOf } from '../../script/licences.mjs'
import { writeSchemas } from '../../script/schemas.mjs'

// Paths are those of the repository.
process.chdir(join(import.meta.dirname, '../..'))
const HERE = 'editors/vscode'

await import('../../script/data.mjs')
for (const folder of ['dist', 'schema'])
  await rm(join(HERE, folder), { recursive: true, force: true })
await writeSchemas(join(HERE, 'schema'))
await cp('LICENSE', join(HERE, 'LICENSE'))

const absWorkingDir = process.cwd()
const shared = { absWorkingDir, bundle: true, minify: true, legalComments: 'none', metafile: true }
const serving = { ...shared, plugins: [embed()] }
const inNode = { ...shared, platform: 'node', target: 'node20', format: 'cjs' }
const inBrowser = { ...shared, platform: 'browser', target: 'es2022' }
const outdir = join(HERE, 'dist')
const external = ['vscode']
const contents = "import { serveOnStdio } from './node.ts'\nserveOnStdio()\n"

const bundles = await Promise.all([
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
    ...serving,
    stdin: { contents, resolveDir: join(absWorkingDir, 'src/lsp'), loader: 'ts' },
    outfile: join(outdir, 'server.js'),
  }),
  build({
    ...inBrowser,
    ...serving,
    entryPoints: { 'server-worker': 'src/lsp/browser.ts' },
    outdir,
    format: 'iife',
    // A worker has no document, which some packages use in a browser.
    conditions: ['worker'],
  }),
])
const inputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.inputs))
await writeFile(join(outdir, 'licences.txt'), await licencesOf(inputs))
