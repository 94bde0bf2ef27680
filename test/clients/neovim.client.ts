import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { DRAFT, FOUND } from './draft.ts'
import { FAIRDRAFT, program, run, temporaryFolder } from './programs.ts'

test('Neovim shows findings in place, and a hover; a quick fix is applied and checked again', async () => {
  const nvim = program('nvim', 'install Neovim 0.7 or later (on Debian: apt-get install neovim)')
  const folder = temporaryFolder()
  const path = join(folder, 'draft.md')
  writeFileSync(path, DRAFT)
  const script = resolve('test/clients/neovim.lua')
  const out = await run(nvim, ['--headless', '--clean', path, '-c', `luafile ${script}`], {
    cwd: folder,
    env: { FAIRDRAFT: JSON.stringify([...FAIRDRAFT, 'lsp', '--stdio']) },
  })
  const { before, after, hover, titles, text } = JSON.parse(out)
  expect(before).toEqual(FOUND)
  expect(after).toEqual(FOUND.slice(1))
  expect(hover).toContain('`prostitution/sex-worker`')
  const [, wording] = /^Replace with “(.+)”$/.exec(titles[0]) ?? []
  expect(`${text}\n`).toBe(DRAFT.replace('sex workers', wording ?? ''))
})
