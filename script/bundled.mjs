// For scripts: runs the source, which is TypeScript, with its data.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { embed } from './embed.mjs'

let made = 0

/** What a module exports that stands in the top folder and has these `contents`: TypeScript. */
export async function bundled(contents) {
  const outfile = resolve(`node_modules/.cache/fairdraft-${process.pid}-${made++}.mjs`)
  await build({
    stdin: { contents, resolveDir: resolve(), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [embed()],
  })
  const module = await import(pathToFileURL(outfile))
  await rm(outfile)
  return module
}
