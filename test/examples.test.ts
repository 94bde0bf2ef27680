/** Every rule and every term is tested by the examples in its own metadata. */
import { retext } from 'retext'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { createDocument } from '../src/document.ts'
import { catalogue, lint, resolveSettings } from '../src/index.ts'
import { questionsIn } from '../src/questions.ts'
import { readMarkdown } from '../src/readers/markdown.ts'
import type { Example } from '../src/rule.ts'
import { termId } from '../src/terms.ts'

const settings = resolveSettings({ extends: ['all'] }, catalogue)

async function idsIn(text: string): Promise<string[]> {
  const file = await lintExample({ text })
  return file.messages.flatMap(({ ruleId }) => ruleId ?? [])
}

/** Lints an example, against its questions if it answers any. */
function lintExample({ text, questions }: Example): Promise<VFile> {
  const asked = questions && questionsIn(createDocument(readMarkdown(questions).blocks))
  const own = asked ? { ...settings, questions: asked } : settings
  return lint(new VFile({ path: 'example.md', value: text }), own)
}

describe.each(catalogue.packs.map(({ pack }) => pack))('pack $pack', (pack) => {
  const terms = pack.terms.map((term) => ({ ...term, full: termId(pack, term) }))
  test.each(terms)('$id: its examples behave', async ({ examples, full }) => {
    const missed = []
    for (const text of examples.flag) if (!(await idsIn(text)).includes(full)) missed.push(text)
    expect(missed, `${full} is not found in these; change its forms, near or unless`).toEqual([])
    const alarms = []
    for (const text of examples.pass) if ((await idsIn(text)).includes(full)) alarms.push(text)
    expect(alarms, `${full} is found in these; add an unless`).toEqual([])
  })
})

describe.each(catalogue.rules)('rule $meta.id', ({ meta }) => {
  const ids = [meta.id, ...(meta.parts ?? []).map((part) => `${meta.id}/${part.id}`)]
  test.each(meta.examples.flag)('finds: $text', async ({ found, ...example }) => {
    const file = await lintExample(example)
    const messages = file.messages.filter(({ ruleId }) => ids.includes(ruleId ?? ''))
    expect(messages.length).toBeGreaterThan(0)
    if (found) expect(messages.map(({ actual }) => actual)).toEqual(found)
  })
  test.each(meta.examples.pass)('leaves alone: $text', async (example) => {
    const { messages } = await lintExample(example)
    expect(messages.filter(({ ruleId = '' }) => ids.includes(ruleId))).toEqual([])
  })
})

test('a rule and a pack work alone, as plugins of retext', async () => {
  const pack = catalogue.packs.find(({ pack }) => pack.pack === 'prostitution')
  if (!pack) throw new Error('no pack')
  const file = await retext()
    .use(pack, { evidence: 'none' })
    .process('We met sex workers in the town.')
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain('prostitution/sex-worker')
  for (const rule of catalogue.rules) await retext().use(rule).process('Nothing to find here.')
})
