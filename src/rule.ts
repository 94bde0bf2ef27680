import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { placeInFile } from './blocks.ts'
import { keepFirst, MOST_FINDINGS } from './budget.ts'
import { type ContextClass, contextOf, contextsOf } from './context.ts'
import type { Document } from './document.ts'
import {
  addFinding,
  type Finding,
  type Location,
  placeOf,
  type Report,
  SEVERITIES,
  type Severity,
} from './finding.ts'
import type { Question } from './questions.ts'
import { documentOf } from './tree.ts'
import type { Jurisdiction } from './types/preset.ts'
import type { Policy } from './types/terms.ts'

/** What to do with a find, by whose words it stands in; unset is `quiet`, own voice is `flag`. */
export type Policies = { readonly [Class in ContextClass]?: Policy }

/** Classes that say what words are, and not whose. */
const KINDS_OF_WORDS: ReadonlySet<ContextClass> = new Set(['title', 'name', 'statute'])

/** What happens in each class unless a rule or a term says otherwise. */
const DEFAULT_POLICIES: { readonly [Class in ContextClass]: Policy } = {
  'own-voice': 'flag',
  quotation: 'quiet',
  attributed: 'quiet',
  'scare-quotes': 'quiet',
  mention: 'quiet',
  title: 'quiet',
  name: 'quiet',
  statute: 'quiet',
  negated: 'quiet',
  address: 'quiet',
}

/** What a rule or a term with some policies does in each class. */
export function policiesOf(policies: Policies = {}): typeof DEFAULT_POLICIES {
  return { ...DEFAULT_POLICIES, ...policies, 'own-voice': 'flag' }
}

/** An example of a rule: a whole small document. */
export interface Example {
  /** Markdown. */
  readonly text: string
  /** The questions that it answers, as Markdown, for a rule about consultations. */
  readonly questions?: string
  /** For `flag`: the words that are found, in order; one finding each. */
  readonly found?: readonly string[]
}

/** What there is to know of a rule besides its check. Documentation and tests are made of it. */
export interface RuleMeta {
  /** Kebab-case, the name of its file; never changes. */
  readonly id: string
  readonly title: string
  /** What it finds and why that matters: Markdown, a few sentences. */
  readonly about: string
  readonly severity: Severity
  /** What it reports under ids of their own, `<id>/<part>`: each can be set by itself. */
  readonly parts?: readonly { readonly id: string; readonly title: string }[]
  /** Its finding stands for the whole text, and its place is only the first of many. */
  readonly whole?: true
  readonly contexts?: Policies
  readonly examples: { readonly flag: readonly Example[]; readonly pass: readonly Example[] }
}

/** Options that every rule takes; a rule may take more. */
export interface RuleOptions {
  /** Replaces the severity of the rule’s findings; a less severe finding stays as it is. */
  readonly severity?: Severity
  /** Whose law a text is about where it does not say so. */
  readonly jurisdiction?: Jurisdiction
  /** The day of the check, such as 2026-11-21: a fact whose date of review is before it says so. */
  readonly today?: string
  /** Whose advice to give; none means that no side is taken. */
  readonly viewpoints?: readonly string[]
  /** The questions of a consultation that the text answers. */
  readonly questions?: readonly Question[] | undefined
  /** How severe a part of the rule is, or that it is off, by full id. */
  readonly levels?: { readonly [ruleId: string]: Severity | 'off' }
}

/**
 * Why a find is left alone besides whose words it stands in: its words have another sense here, or the
 * text gives what would be asked for, such as a source.
 */
export type QuietClass = ContextClass | 'other-sense' | 'answered'

/** What a find leaves behind when it is left alone. */
export interface Quiet {
  readonly ruleId: string
  readonly actual: string
  readonly place: Finding['place']
  /** As that of a finding. */
  location?: Location
  readonly context: QuietClass
  /** What in the text shows it. */
  readonly evidence: string
}

/** How a rule says what it found: everything a report needs but what the rule’s metadata say. */
export type Tell = (
  report: Omit<Report, 'ruleId' | 'severity'> & { ruleId?: string; severity?: Severity },
) => void

/** A rule’s check: looks at a document and tells what it finds. It changes nothing. */
export type Check<Options> = (document: Document, tell: Tell, options: Partial<Options>) => void

/** A rule: a retext plugin that carries its metadata. */
export type Rule<Options extends RuleOptions = RuleOptions> = Plugin<[Options?], Root> & {
  readonly meta: RuleMeta
}

/**
 * Makes a rule of its metadata and its check. It works alone, `retext().use(rule)`, and in the engine.
 *
 * What a find is reported as follows from whose words it stands in: see `Policies`.
 */
export function defineRule<Options extends RuleOptions = RuleOptions>(
  meta: RuleMeta,
  check: Check<Options>,
): Rule<Options> {
  const plugin: Plugin<[Options?], Root> = (options) => (tree: Root, file: VFile) => {
    const document = documentOf(tree, file)
    const severity = options?.severity ?? meta.severity
    const tell: Tell = (report) => {
      const level = options?.levels?.[report.ruleId ?? meta.id]
      if (level === 'off') return
      tellFinding(file, document, meta.contexts, {
        ruleId: meta.id,
        ...report,
        severity: level ?? severityUnder(report.severity ?? meta.severity, meta.severity, severity),
      })
    }
    check(document, tell, options ?? {})
  }
  return Object.assign(plugin, { meta })
}

/**
 * Adds a finding as far as its context allows: flagged, lowered, turned into a request for
 * attribution, or only noted as left alone in `file.data.quiet`.
 */
export function tellFinding(
  file: VFile,
  document: Document,
  policies: Policies | undefined,
  report: Report,
): void {
  const found = report.found ?? report
  const all = policiesOf(policies)
  const where = [document, report.block, found.start, found.end] as const
  // A title that a rule reports may stand in somebody’s quotation: then it is theirs.
  const whose = contextsOf(...where).find(
    (one) => !(KINDS_OF_WORDS.has(one.class) && all[one.class] === 'flag'),
  )
  const { class: context, evidence } = whose ?? contextOf(...where)
  const policy = all[context]
  if (policy === 'quiet') {
    leaveAlone(file, report, { class: context, evidence })
    return
  }
  const reason =
    policy === 'attribute' ? `${report.reason} Say whose words these are.` : report.reason
  const severity = policy === 'lower' ? 'suggestion' : report.severity
  addFinding(file, { ...report, reason, severity, context })
  if (file.messages.length > 2 * MOST_FINDINGS) keepFirst(file)
}

/** Notes in `file.data.quiet` that words were found and why they are left alone. */
export function leaveAlone(
  file: VFile,
  { block, start, end, ruleId }: Pick<Report, 'block' | 'start' | 'end' | 'ruleId'>,
  why: { readonly class: QuietClass; readonly evidence: string },
): void {
  file.data.quiet ??= []
  if (file.data.quiet.length > 2 * MOST_FINDINGS) keepFirst(file)
  file.data.quiet.push({
    ruleId,
    actual: block.text.slice(start, end),
    place: placeOf(file, placeInFile(block, start, end)),
    context: why.class,
    evidence: why.evidence,
  })
}

/** A less certain finding stays below the rule’s severity whatever the settings ask for. */
function severityUnder(found: Severity, usual: Severity, wanted: Severity): Severity {
  if (found === usual) return wanted
  return SEVERITIES.indexOf(found) > SEVERITIES.indexOf(wanted) ? found : wanted
}

declare module 'vfile' {
  interface DataMap {
    quiet: Quiet[]
  }
}
