/** A real LanguageTool behind `fairdraft serve --upstream`. */
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isThere, program } from './programs.ts'
import { end, freePort, start, startServer } from './serving.ts'

const FOLDER = 'test/clients/languagetool'
const CURE = `install Java 17 and Maven (on Debian: apt-get install default-jre-headless maven), then mvn --file ${FOLDER} dependency:copy-dependencies`

/** What they find and what we find, by turns and behind an emoji: offsets counted otherwise are off. */
const TEXT = `😀 The sergant met sex workers on Tusday.

Keeping a brothel under section 33A of the Sexual Offences Act 1956 is a summary only offence, in Lodnon and here.`

/** The same in Markdown: a find of each has markup at or inside it, and the code is no word. */
const MARKDOWN = TEXT.replace('sergant', '**sergant**')
  .replace('sex workers', '*sex* workers')
  .replace('here', '`heer`')

interface Answer {
  readonly matches: Match[]
  readonly warnings: { readonly incompleteResults: boolean }
}

interface Match {
  readonly offset: number
  readonly length: number
  readonly rule: { readonly id: string; readonly category: { readonly id: string } }
}

test('finds of LanguageTool and ours stand in one answer, in order; without it ours still come', async () => {
  const languageTool = await startLanguageTool()
  const ours = await startServer()
  const both = await startServer('--upstream', languageTool.address)
  const ask = async (address: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ language: 'en-GB', ...fields })
    const response = await fetch(`${address}/check`, { method: 'POST', body })
    expect(response.status).toBe(200)
    const { matches, warnings }: Answer = JSON.parse(await response.text())
    return { matches, incomplete: warnings.incompleteResults }
  }
  // Its first answer, for which it reads its dictionaries, takes longer than we wait.
  await ask(languageTool.address, { text: TEXT })

  const fields: [string, string, Record<string, string>][] = [
    ['a text', TEXT, { text: TEXT }],
    ['annotated Markdown', MARKDOWN, { data: annotated(MARKDOWN) }],
  ]
  for (const [kind, source, asked] of fields) {
    const [alone, theirs, together] = await Promise.all(
      [ours, languageTool.address, both].map((address) => ask(address, asked)),
    )
    const merged = [...(alone?.matches ?? []), ...(theirs?.matches ?? [])]
    expect(together, kind).toEqual({
      matches: merged.sort((a, b) => a.offset - b.offset),
      incomplete: false,
    })
    const found = together?.matches.map(({ offset, length, rule }) => [
      rule.id,
      rule.category.id,
      source.slice(offset, offset + length).replace(/[*`]/g, ''),
    ])
    expect(found, kind).toEqual([
      ['MORFOLOGIK_RULE_EN_GB', 'TYPOS', 'sergant'],
      ['prostitution/sex-worker', 'STYLE', 'sex workers'],
      ['MORFOLOGIK_RULE_EN_GB', 'TYPOS', 'Tusday'],
      ['offence-classification', 'SEMANTICS', 'a summary only'],
      ['MORFOLOGIK_RULE_EN_GB', 'TYPOS', 'Lodnon'],
    ])
  }

  const rulesOf = async (asked: Record<string, string>) => {
    const { matches, incomplete } = await ask(both, { text: TEXT, ...asked })
    return { rules: [...new Set(matches.map(({ rule }) => rule.id))].sort(), incomplete }
  }
  const [spelling, wording, law] = [
    'MORFOLOGIK_RULE_EN_GB',
    'prostitution/sex-worker',
    'offence-classification',
  ]
  const complete = { incomplete: false }
  expect(await rulesOf({ disabledRules: `${spelling},${law}` })).toEqual({
    rules: [wording],
    ...complete,
  })
  expect(await rulesOf({ enabledRules: `${spelling},${law}`, enabledOnly: 'true' })).toEqual({
    rules: [spelling, law],
    ...complete,
  })
  expect(await rulesOf({ language: '<none>' }), 'as TeXstudio asks').toEqual({
    rules: [spelling, law, wording],
    ...complete,
  })
  const languages = async (address: string) => (await fetch(`${address}/languages`)).json()
  expect(await languages(both)).toEqual(await languages(languageTool.address))

  await end(languageTool.child)
  expect(await rulesOf({})).toEqual({ rules: [law, wording], incomplete: true })
  expect(await languages(both)).toEqual(await languages(ours))
})

/** A Markdown text as clients of LanguageTool annotate it: signs are markup, and code is read as a word. */
function annotated(markdown: string): string {
  const parts = markdown.split(/(\*+|`[^`]*`)/).map((part, index) => {
    if (index % 2 === 0) return { text: part }
    return { markup: part, interpretAs: part.startsWith('`') ? 'here' : '' }
  })
  return JSON.stringify({ annotation: parts })
}

async function startLanguageTool() {
  const java = program('java', CURE)
  const jars = resolve(FOLDER, 'target/dependency')
  if (!isThere(jars)) throw new Error(`LanguageTool is missing: ${CURE} (looked in ${jars})`)
  const port = String(await freePort())
  const server = ['-cp', `${jars}/*`, 'org.languagetool.server.HTTPServer', '--port', port]
  const { child } = await start(java, server, /Server started/)
  return { address: `http://localhost:${port}/v2`, child }
}
