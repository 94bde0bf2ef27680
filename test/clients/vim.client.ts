import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { DRAFT, FOUND } from './draft.ts'
import { FAIRDRAFT, program, run, temporaryFolder } from './programs.ts'

const CURE = 'install Vim 9 and ALE (on Debian: apt-get install vim vim-ale)'

/** Vim and ALE 3.3 take columns for bytes: a line with an emoji before the words would be edited in the wrong place. */
const ALE_DRAFT = DRAFT.replace('The 😀', 'The')

test('Vim with ALE shows findings in place; a quick fix is applied and checked again', async () => {
  const vim = program('vim', CURE)
  const folder = temporaryFolder()
  const [draft, out] = [join(folder, 'draft.md'), join(folder, 'out.json')]
  writeFileSync(draft, ALE_DRAFT)
  const [node, cli] = FAIRDRAFT
  const script = resolve('test/clients/ale.vim')
  await run(vim, ['-N', '-u', script, '-i', 'NONE', '-es', '-n'], {
    cwd: folder,
    env: { NODE: node, FAIRDRAFT: `%e ${cli} lsp --stdio`, DRAFT: draft, OUT: out },
  })
  const { before, after, text } = JSON.parse(readFileSync(out, 'utf8'))
  expect(before).toEqual(FOUND)
  expect(after).toEqual(FOUND.slice(1))
  expect(text).toMatch(/The sergeant met people .*\. R&D/)
})

test('Vim’s quickfix list leads to the findings of a unix report', async () => {
  const vim = program('vim', CURE)
  const folder = temporaryFolder()
  const [report, out] = [join(folder, 'report.txt'), join(folder, 'out.json')]
  writeFileSync(join(folder, 'draft.md'), ALE_DRAFT)
  const [node, cli] = FAIRDRAFT
  const check = ['draft.md', '--reporter', 'unix', '--fail-on', 'never', '--output', report]
  await run(node, [cli, ...check], { cwd: folder })
  const script = resolve('test/clients/quickfix.vim')
  await run(vim, ['-N', '-u', script, '-i', 'NONE', '-es', '-n'], {
    cwd: folder,
    env: { REPORT: report, OUT: out },
  })
  const entries: [string, string][] = JSON.parse(readFileSync(out, 'utf8'))
  expect(entries).toHaveLength(FOUND.length)
  for (const [at, [rule, words]] of FOUND.entries()) {
    expect(entries[at]?.[0].endsWith(`(${rule})`), rule).toBe(true)
    expect(entries[at]?.[1].startsWith(words), words).toBe(true)
  }
})
