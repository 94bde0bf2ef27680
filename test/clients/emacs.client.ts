import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { DRAFT, FOUND } from './draft.ts'
import { FAIRDRAFT, isThere, program, run, temporaryFolder } from './programs.ts'

const EGLOT = '/usr/share/emacs/site-lisp/elpa'

test('Emacs with Eglot shows findings in place, and a hover; a quick fix is applied and checked again', async () => {
  const cure = 'install Emacs and Eglot (on Debian: apt-get install emacs-nox elpa-eglot)'
  const emacs = program('emacs', cure)
  if (!isThere(EGLOT)) throw new Error(`Eglot is missing in ${EGLOT}: ${cure}`)
  const folder = temporaryFolder()
  const path = join(folder, 'draft.md')
  writeFileSync(path, DRAFT)
  const out = await run(emacs, ['-q', '--batch', '-l', resolve('test/clients/emacs.el')], {
    cwd: folder,
    env: { EGLOT, DRAFT: path, FAIRDRAFT: JSON.stringify([...FAIRDRAFT, 'lsp', '--stdio']) },
  })
  const { before, after, hover, text } = JSON.parse(out.slice(out.indexOf('{')))
  expect(before.map(([, words]: string[]) => words)).toEqual(FOUND.map(([, words]) => words))
  expect(before[0][0]).toContain('prostitution/sex-worker')
  expect(after).toHaveLength(FOUND.length - 1)
  expect(hover).toContain('prostitution/sex-worker')
  expect(text).not.toContain('sex workers')
  expect(text).toMatch(/The 😀 sergeant met people .*\. R&D/)
})
