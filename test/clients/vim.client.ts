import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { DRAFT, FOUND } from './draft.ts'
import { FAIRDRAFT, program, run, temporaryFolder } from './programs.ts'

/** ALE 3.3 takes columns for bytes: a line with an emoji before the words would be edited in the wrong place. */
const ALE_DRAFT = DRAFT.replace('The 😀', 'The')

test('Vim with ALE shows findings in place; a quick fix is applied and checked again', async () => {
  const vim = program('vim', 'install Vim 9 and ALE (on Debian: apt-get install vim vim-ale)')
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
