/** Every rule and every term is tested by the examples in its own metadata. */
import { retext } from 'retext'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { catalogue, lint, resolveSettings } from '../src/index.ts'
import { termId } from '../src/terms.ts'

const settings = resolveSettings({ extends: ['all'] }, catalogue)

async function idsIn(text: string): Promise<string[]> {
  const file = await lint(new VFile({ path: 'example.md', value: text }), settings)
  return file.messages.flatMap(({ ruleId }) => ruleId ?? [])
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
  test.each(meta.examples.flag)('finds: $text', async ({ text, found }) => {
    const file = await lint(new VFile({ path: 'example.md', value: text }), settings)
    const messages = file.messages.filter(({ ruleId }) => ids.includes(ruleId ?? ''))
    expect(messages.length).toBeGreaterThan(0)
    if (found) expect(messages.map(({ actual }) => actual)).toEqual(found)
  })
  test.each(meta.examples.pass)('leaves alone: $text', async ({ text }) => {
    expect((await idsIn(text)).filter((id) => ids.includes(id))).toEqual([])
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
