// Builds the index of anchors ahead: the words that the phrases of all packs, rules and law cannot do without.
import { bundled } from './bundled.mjs'

const ENTRY = `
export { catalogue, lint, resolveSettings } from './src/index.ts'
export { shippedAnchors } from './src/match.ts'
export { VFile } from 'vfile'
`

/**
 * Makes every matcher that has a name, and takes down what each has put into the index. They are made when first
 * needed, so the examples of all rules are checked; one that is not made here is made at run time.
 */
export async function buildAnchors() {
  const { catalogue, lint, resolveSettings, shippedAnchors, VFile } = await bundled(ENTRY)
  const settings = resolveSettings({ extends: ['all'] }, catalogue)
  const examples = catalogue.rules.flatMap(({ meta }) => Object.values(meta.examples).flat())
  for (const { text } of examples) await lint(new VFile({ path: 'a.md', value: text }), settings)
  return shippedAnchors.build()
}
