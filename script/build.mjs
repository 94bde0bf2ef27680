// Builds dist/: the library and the command, each one file, the page, and the types.
import { execFile } from 'node:child_process'
import { chmod, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { build } from 'esbuild'

await import('./data.mjs')
await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  banner: { js: '' },
})
await import('./page.mjs')
await chmod('dist/cli.js', 0o755)
await promisify(execFile)('node_modules/.bin/tsc', ['--project', 'tsconfig.build.json'])
