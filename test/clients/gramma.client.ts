import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FAIRDRAFT, installed, run, temporaryFolder } from './programs.ts'
import { startServer } from './serving.ts'

test('gramma shows findings of a Markdown file, and leaves its markup alone', async () => {
  const gramma = installed('gramma/src/cli.js')
  const folder = temporaryFolder()
  const address = await startServer()
  writeFileSync(join(folder, 'draft.md'), 'The *sergeant* met **sex workers** and `sex workers`.\n')
  writeFileSync(
    join(folder, '.gramma.json'),
    JSON.stringify({
      api_url: `${address}/check`,
      api_key: '',
      dictionary: [],
      language: 'en-GB',
      rules: {},
    }),
  )
  const [node] = FAIRDRAFT
  const args = [gramma, 'check', '--print', '--no-colors', '--markdown', join(folder, 'draft.md')]
  const out = await run(node, args, { cwd: folder, env: { HOME: folder } }).catch(
    ({ stdout }) => stdout,
  )
  expect(out).toContain('(prostitution/sex-worker)')
  expect(out.match(/\(prostitution\/sex-worker\)/g)).toHaveLength(1)
})
