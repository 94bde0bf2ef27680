import type { Fix, Location, Log, ReportingDescriptor, Result } from 'sarif'
import type { VFile } from 'vfile'
import { explainRule, explainTerm } from '../explain.ts'
import { type Finding, type Severity, severityOf } from '../finding.ts'
import { fingerprintsOf } from '../identity.ts'
import { printableJson } from '../printable.ts'
import type { Settings } from '../settings.ts'
import { termId } from '../terms.ts'
import type { PieceReporter, Reporter } from './index.ts'
import { listPieces } from './json.ts'
import { placeName } from './place-name.ts'
import { regionOf } from './region.ts'
import { styleLines } from './summary.ts'
import { wordingOf } from './wording.ts'

const LEVELS = { error: 'error', warning: 'warning', suggestion: 'note' } as const satisfies Record<
  Severity,
  Result.level
>
const PROBLEMS = {
  error: 'error',
  warning: 'warning',
  suggestion: 'recommendation',
} as const satisfies Record<Severity, string>
const ROOT = '%SRCROOT%'
/** Where a finding stands that is about a whole file or in a format without lines: GitHub asks for a line. */
const TOP = { startLine: 1 }

/** SARIF 2.1.0: rules with what `explain` says of them, results with fixes and lasting fingerprints. */
export const sarif: Reporter = (...args) => [...sarifPieces(...args)].join('')

/** The same, result by result. */
export const sarifPieces: PieceReporter = function* (files, settings, { version }) {
  const findings = files.flatMap(({ messages }) => messages)
  const rules = rulesOf(findings, settings)
  const index = new Map(rules.map(({ id }, place) => [id, place]))
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Fairdraft', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: {
          [ROOT]: { description: { text: 'The folder in which the command was run.' } },
        },
        properties: { houseStyles: styleLines(settings) },
        results: [],
      },
    ],
  }
  const around = printableJson(log, 2)
  const place = around.lastIndexOf(NO_RESULTS)
  yield around.slice(0, place)
  yield* listPieces(resultsOf(files, index), '      ')
  yield `${around.slice(place + NO_RESULTS.length)}\n`
}

/** How the list of results, the last in the log, is written as long as it is empty. */
const NO_RESULTS = '[]'

/** A description of each rule and term that found something. */
function rulesOf(
  findings: readonly Finding[],
  settings: readonly Settings[],
): ReportingDescriptor[] {
  const known = knownRules(settings)
  const firsts = new Map(findings.toReversed().map((finding) => [finding.ruleId ?? '', finding]))
  return [...firsts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, finding]) => {
      const severity = severityOf(finding)
      const helpUri = addressOf(finding)
      return {
        id,
        ...(known.get(id)?.() ?? described(id, finding.reason, finding.reason)),
        ...(helpUri === undefined ? {} : { helpUri }),
        defaultConfiguration: { level: LEVELS[severity] },
        properties: { tags: [id.split('/')[0] ?? id], 'problem.severity': PROBLEMS[severity] },
      }
    })
}

/** What is known of every rule, part of a rule and term, by the id that a finding carries; told when asked for. */
function knownRules(settings: readonly Settings[]) {
  const known = new Map<string, () => ReturnType<typeof described>>()
  for (const { rules, packs, knowledge } of settings) {
    for (const { rule } of rules) {
      const { id, title, about, parts = [] } = rule.meta
      for (const part of [
        { id, title },
        ...parts.map((one) => ({ ...one, id: `${id}/${one.id}` })),
      ]) {
        known.set(part.id, () => described(part.title, about, explainRule(rule.meta)))
      }
    }
    for (const { pack: plugin } of packs) {
      const { pack } = plugin
      for (const term of pack.terms) {
        const { title, summary = title } = term
        known.set(termId(pack, term), () =>
          described(title, summary, explainTerm(pack, term, knowledge)),
        )
      }
    }
  }
  return known
}

function described(title: string, about: string, help: string) {
  return {
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: { text: help, markdown: help },
  }
}

/** Where to read on, as an address by the letter of the standard; undefined if it is none. */
function addressOf({ url }: Finding): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).href : undefined
}

function* resultsOf(
  files: readonly VFile[],
  rules: ReadonlyMap<string, number>,
): Generator<Result> {
  for (const file of files) {
    const fingerprints = fingerprintsOf(file)
    for (const [index, finding] of file.messages.entries()) {
      const ruleId = finding.ruleId ?? ''
      const fixes = fixesOf(file, finding)
      const fingerprint = fingerprints[index] ?? ''
      const where = finding.location ? ` (${placeName(finding)})` : ''
      yield {
        ruleId,
        ruleIndex: rules.get(ruleId) ?? -1,
        level: LEVELS[severityOf(finding)],
        message: { text: `${wordingOf(finding)}${where}` },
        locations: [locationOf(file, finding)],
        // GitHub compares the first of them only, and would otherwise make it of the line.
        partialFingerprints: {
          primaryLocationLineHash: fingerprint,
          'fairdraft/v1': fingerprint,
        },
        ...(fixes.length > 0 ? { fixes } : {}),
      }
    }
  }
}

function locationOf(file: VFile, finding: Finding): Location {
  const region = regionOf(file, finding)
  const snippet = finding.actual ? { snippet: { text: finding.actual } } : {}
  return {
    physicalLocation: {
      artifactLocation: artifactOf(file),
      region: region ? { ...region, ...snippet } : TOP,
    },
    ...(finding.location
      ? { logicalLocations: [{ name: placeName(finding), kind: 'element' }] }
      : {}),
  }
}

/** Each wording offered, as an edit; none in a format whose text had to be extracted. */
function fixesOf(file: VFile, finding: Finding): Fix[] {
  const region = regionOf(file, finding)
  if (!region) return []
  return (finding.expected ?? []).map((text) => ({
    description: { text: `Replace with “${text}”` },
    artifactChanges: [
      {
        artifactLocation: artifactOf(file),
        replacements: [{ deletedRegion: region, insertedContent: { text } }],
      },
    ],
  }))
}

/** Relative to the folder the command was run in if the file stands below it, else from the root. */
function artifactOf({ path, cwd }: VFile) {
  const steps = path.split(/[/\\]/)
  const isAbsolute = /^([A-Za-z]:)?[/\\]/.test(path)
  if (!isAbsolute && !steps.includes('..')) return { uri: encoded(steps), uriBaseId: ROOT }
  const resolved: string[] = []
  for (const step of isAbsolute ? steps : [...cwd.split(/[/\\]/), ...steps]) {
    if (step === '..') resolved.pop()
    else if (step !== '') resolved.push(step)
  }
  return { uri: `file:///${encoded(resolved)}` }
}

function encoded(steps: readonly string[]): string {
  return steps
    .filter((step) => step !== '.')
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/')
}
