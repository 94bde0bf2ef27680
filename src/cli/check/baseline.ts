import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { VFile } from 'vfile'
import { readYaml } from '../../config/yaml-file.ts'
import { hasExpired, isDate } from '../../expiry.ts'
import { addToReason, type Finding } from '../../finding.ts'
import { identityOf, keyOf } from '../../identity.ts'
import type { Accepted } from '../../types/baseline.ts'
import type { Failure } from '../files.ts'
import { writeWhole } from '../write.ts'

/** The findings that a file accepts. */
export interface Baseline {
  /** The file, as it was named. */
  readonly path: string
  readonly entries: readonly Accepted[]
}

/** Reads a baseline; what is wrong with it, if anything is. One that does not exist may be begun. */
export async function readBaseline(
  path: string,
  mayBegin: boolean,
): Promise<Baseline | readonly Failure[]> {
  if (!existsSync(path)) {
    if (mayBegin) return { path, entries: [] }
    return [{ path, reason: 'no such baseline; --update-baseline writes one' }]
  }
  const { value, failures, at } = await readYaml(path, 'baseline')
  if (!value) return failures
  const wrong = value.findings.flatMap(({ until }, index): Failure[] => {
    if (until === undefined || isDate(until)) return []
    const place = at(['findings', String(index), 'until'], 'value')
    return [{ path: place, reason: `until is "${until}", no day; write one like 2027-03-01` }]
  })
  return wrong.length > 0 ? wrong : { path, entries: value.findings }
}

/**
 * Takes from some files the findings that a baseline accepts. One whose last day is over stays, and says
 * so. The answer is the entries that fit nothing any more, in files that were checked or are gone.
 */
export function takeAccepted(
  files: readonly VFile[],
  baseline: Baseline,
  today: string,
): readonly Accepted[] {
  const { fitting, left } = match(files, baseline)
  for (const file of files) {
    file.messages = file.messages.filter((finding) => {
      const entry = fitting.get(finding)
      if (entry && hasExpired(entry.until, today)) addToReason(finding, expiryOf(entry))
      return !entry || hasExpired(entry.until, today)
    })
  }
  const isOver = staleIn(files, baseline)
  return baseline.entries.filter((entry) => (left.get(entry) ?? 0) > 0 && isOver(entry))
}

/**
 * The entries that accept all findings of some files, and those of files that were not checked, or not to their end.
 * Reasons and last days are kept.
 */
export function renewedEntries(files: readonly VFile[], baseline: Baseline): readonly Accepted[] {
  const { fitting, left } = match(files, baseline)
  const renewed = new Map<string, Accepted>()
  for (const { finding, identity, path } of placed(files, baseline)) {
    const { reason, until } = fitting.get(finding) ?? {}
    const entry = {
      path,
      ...identity,
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { until }),
    }
    const key = JSON.stringify(entry)
    renewed.set(key, { ...entry, times: (renewed.get(key)?.times ?? 0) + 1 })
  }
  const isOver = staleIn(files, baseline)
  const unfinished = new Set(
    files.filter(({ data }) => data.unfinished).map((file) => pathFrom(baseline.path, file.path)),
  )
  const others = baseline.entries.flatMap((entry): Accepted[] => {
    if (isOver(entry)) return []
    if (!unfinished.has(entry.path)) return [entry]
    const times = left.get(entry) ?? 0
    return times > 0 ? [{ ...entry, times }] : []
  })
  return [...others, ...renewed.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Writes a baseline: JSON, one entry a line, so that changes to it can be read and merged. */
export async function writeBaseline({ path, entries }: Baseline): Promise<void> {
  const lines = entries.map(({ times, ...entry }) =>
    JSON.stringify(times === undefined || times === 1 ? entry : { ...entry, times }),
  )
  const list = lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''
  await writeWhole(path, `{"version": 1, "findings": [${list}]}\n`)
}

/** An entry and the findings it fits: the same rule, words and sentence, in its own file before others. */
function match(files: readonly VFile[], baseline: Baseline) {
  const left = new Map(baseline.entries.map((entry) => [entry, entry.times ?? 1]))
  const byKey = new Map<string, Accepted[]>()
  for (const entry of baseline.entries) {
    byKey.set(keyOf(entry), [...(byKey.get(keyOf(entry)) ?? []), entry])
  }
  const fitting = new Map<Finding, Accepted>()
  const findings = placed(files, baseline)
  for (const anywhere of [false, true]) {
    for (const { finding, identity, path } of findings) {
      if (fitting.has(finding)) continue
      const entry = byKey
        .get(keyOf(identity))
        ?.find((one) => (left.get(one) ?? 0) > 0 && (anywhere || one.path === path))
      if (!entry) continue
      fitting.set(finding, entry)
      left.set(entry, (left.get(entry) ?? 0) - 1)
    }
  }
  return { fitting, left }
}

function placed(files: readonly VFile[], { path }: Baseline) {
  return files.flatMap((file) =>
    file.messages.map((finding) => ({
      finding,
      identity: identityOf(file, finding),
      path: pathFrom(path, file.path),
    })),
  )
}

/** Whether an entry’s file was checked to its end or is gone, so that an entry that fits nothing is over. */
function staleIn(files: readonly VFile[], { path }: Baseline): (entry: Accepted) => boolean {
  const checked = new Set(
    files.filter(({ data }) => !data.unfinished).map((file) => pathFrom(path, file.path)),
  )
  return (entry) => checked.has(entry.path) || !existsSync(join(dirname(path), entry.path))
}

/** A file’s path from the folder of the baseline, with forward slashes: the same wherever one stands. */
function pathFrom(baseline: string, path: string): string {
  return relative(dirname(resolve(baseline)), resolve(path))
    .split(sep)
    .join('/')
}

function expiryOf({ until, reason }: Accepted): string {
  return `(The baseline accepted this until ${until}${reason ? `: ${reason.replace(/\.$/, '')}` : ''}.)`
}
