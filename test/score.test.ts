/** The gate on context: the figures reached on passages of our own must hold. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

interface Figures {
  recall: [number, number]
  hard: [number, number]
  macroPrecision: number
}

test('other people’s words are left alone and the writer’s own are found', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'script/score.mjs',
    'test/labelled',
    '--json',
  ])
  const { passages }: { passages: Figures } = JSON.parse(stdout)
  const share = ([part, whole]: [number, number]) => part / whole
  const cure = 'run `npm run score -- test/labelled` to see each miss and each false alarm'
  expect(share(passages.recall), cure).toBeGreaterThanOrEqual(0.94)
  expect(share(passages.hard), cure).toBeLessThanOrEqual(0.06)
  expect(passages.macroPrecision, cure).toBeGreaterThanOrEqual(0.92)
})
