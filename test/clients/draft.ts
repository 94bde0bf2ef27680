import { VFile } from 'vfile'
import { catalogue, lint, resolveSettings } from '../../src/index.ts'

/** A draft that every client is shown: an emoji first, so that columns counted otherwise are off. */
export const DRAFT = `# 😀 Visits

The 😀 sergeant met sex workers. R&D is 100 % done.

Keeping a brothel under section 33A of the Sexual Offences Act 1956 is a summary only offence.
`

/** What is found in it under the default preset, and so must be seen in every client: rules and words. */
export const FOUND = await findingsOf(DRAFT)

async function findingsOf(value: string): Promise<[rule: string, words: string][]> {
  const settings = resolveSettings({}, catalogue)
  const { messages } = await lint(new VFile({ path: 'draft.md', value }), settings)
  const found = messages.map(({ ruleId = '', actual = '' }): [string, string] => [ruleId, actual])
  if (found[0]?.[1] !== 'sex workers' || found.length < 2) {
    throw new Error(`the draft no longer has the findings that the clients need: ${found}`)
  }
  return found
}
