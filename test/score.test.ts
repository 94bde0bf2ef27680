/** The gate on context: the figures reached on passages of our own must hold. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

interface Figures {
  recall: [number, number]
  hard: [number, number]
  macroPrecision: number
}

const share = ([part, whole]: [number, number]) => part / whole

async function score(preset: string): Promise<Record<string, Figures>> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'script/score.mjs',
    'test/labelled',
    '--json',
    '--preset',
    preset,
  ])
  return JSON.parse(stdout)
}

test.each([
  // Passages on all subjects, and passages that are nearly all other people’s words.
  ['passages', 'recommended', { recall: 0.95, hard: 0.04, macroPrecision: 0.94 }],
  ['passages-2', 'all', { recall: 0.98, hard: 0.08, macroPrecision: 0.88 }],
] as const)(
  '%s under %s: other people’s words are left alone and the writer’s own are found',
  async (group, preset, least) => {
    const figures = (await score(preset))[group]
    const cure = `run \`npm run score -- test/labelled --preset ${preset}\` to see each miss and each false alarm`
    expect(figures, `no labelled passages in test/labelled/${group}.jsonl`).toBeDefined()
    if (!figures) return
    expect(share(figures.recall), cure).toBeGreaterThanOrEqual(least.recall)
    expect(share(figures.hard), cure).toBeLessThanOrEqual(least.hard)
    expect(figures.macroPrecision, cure).toBeGreaterThanOrEqual(least.macroPrecision)
  },
)
