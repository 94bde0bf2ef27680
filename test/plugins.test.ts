import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue, lint, resolveSettings } from '../src/index.ts'

/** Reports every word of seven letters, with what stands in the file at its place. */
const sevens: Plugin<[], Root> = () => (tree, file) => {
  visit(tree, 'WordNode', (node) => {
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    const written = String(file).slice(start.offset, end.offset)
    if (written.length === 7) file.message(`Seven: ${written}`, node.position)
  })
}

const TEXT =
  '# Careful\r\n\r\nThe *council* meets.\r\nIt &amp; others\r\n\r\n> quoted: nothing\r\n\r\n- another item\r\n'

test('a plugin of others gets the whole text, with places in the file', async () => {
  const settings = { ...resolveSettings({}, catalogue), plugins: [sevens] }
  const { messages } = await lint(new VFile({ path: 'draft.md', value: TEXT }), settings)
  const lines = messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`)
  expect(lines).toEqual([
    '1:3 Seven: Careful',
    '3:6 Seven: council',
    '6:11 Seven: nothing',
    '8:3 Seven: another',
  ])
})

test('a huge paragraph is parsed for it piece by piece', async () => {
  const settings = { ...resolveSettings({}, catalogue), plugins: [sevens] }
  const value = 'The council meets again. '.repeat(2000)
  const { messages } = await lint(new VFile({ path: 'draft.txt', value }), settings)
  expect(messages.filter(({ reason }) => reason === 'Seven: council')).toHaveLength(2000)
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-plugins-'))
  await writeFile(join(folder, 'draft.md'), 'A plain text.\n')
  await writeFile(
    join(folder, 'own.mjs'),
    'export default function () { return (tree, file) => { file.message(tree.children.length + " paragraph") } }\n',
  )
  await writeFile(join(folder, 'empty.mjs'), 'export const nothing = 1\n')
})
afterAll(() => rm(folder, { recursive: true }))

async function check(...words: string[]) {
  const cli = new URL('../dist/cli.js', import.meta.url).pathname
  const options = { cwd: folder }
  return promisify(execFile)(process.execPath, [cli, 'draft.md', ...words], options).catch(
    (error: { stdout: string; stderr: string; code: number }) => error,
  )
}

test('the command loads plugins that are named on it', async () => {
  const { stdout } = await check('--plugin', 'own.mjs', '--reporter', 'json')
  expect(stdout).toContain('1 paragraph')
})

test('and says what is wrong with them', async () => {
  const { stderr } = await check('--plugin', 'none.mjs', '--plugin', 'empty.mjs')
  expect(stderr).toContain('none.mjs: cannot be loaded as a plugin: no such file')
  expect(stderr).toContain('empty.mjs: has no plugin as its default export')
})

test('a configuration cannot name one', async () => {
  await writeFile(join(folder, 'fairdraft.yml'), 'plugins: [own.mjs]\n')
  const { stderr, stdout } = await check('--reporter', 'json')
  expect(stderr).toContain('plugins')
  expect(stdout).not.toContain('paragraph')
})
