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

const scores = new Map<string, Promise<Record<string, Figures>>>()

/** The figures of all groups, measured once for each preset. */
function score(preset: string): Promise<Record<string, Figures>> {
  const known = scores.get(preset) ?? measure(preset)
  scores.set(preset, known)
  return known
}

async function measure(preset: string): Promise<Record<string, Figures>> {
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
  // Passages that ask whose words they are; the first run of each stands in its file.
  ['voices-1', 'all', { recall: 1, hard: 0.14, macroPrecision: 0.88 }],
  ['voices-2', 'all', { recall: 0.96, hard: 0.16, macroPrecision: 0.84 }],
  ['voices-3', 'all', { recall: 1, hard: 0.23, macroPrecision: 0.81 }],
  ['voices-4', 'all', { recall: 1, hard: 0.07, macroPrecision: 0.93 }],
  ['voices-5', 'all', { recall: 0.97, hard: 0.13, macroPrecision: 0.88 }],
  ['voices-6', 'all', { recall: 1, hard: 0, macroPrecision: 1 }],
  ['voices-7', 'all', { recall: 1, hard: 0, macroPrecision: 1 }],
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
