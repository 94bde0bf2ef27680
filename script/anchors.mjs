// Builds the index of anchors ahead: the words that the phrases of all packs, rules and law cannot do without.
import { rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { embed } from './embed.mjs'

const ENTRY = `
export { catalogue, lint, resolveSettings } from './src/index.ts'
export { shippedAnchors } from './src/match.ts'
export { VFile } from 'vfile'
`
const BUNDLE = `node_modules/.cache/fairdraft-anchors-${process.pid}.mjs`

/**
 * Makes every matcher that has a name, and takes down what each has put into the index. They are made when first
 * needed, so the examples of all rules are checked; one that is not made here is made at run time.
 */
export async function buildAnchors() {
  await build({
    stdin: { contents: ENTRY, resolveDir: '.', loader: 'ts' },
    outfile: BUNDLE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [embed()],
  })
  const { catalogue, lint, resolveSettings, shippedAnchors, VFile } = await import(
    pathToFileURL(BUNDLE)
  )
  await rm(BUNDLE)
  const settings = resolveSettings({ extends: ['all'] }, catalogue)
  const examples = catalogue.rules.flatMap(({ meta }) => Object.values(meta.examples).flat())
  for (const { text } of examples) await lint(new VFile({ path: 'a.md', value: text }), settings)
  return shippedAnchors.build()
}
