import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { type Block, placeInFile } from './blocks.ts'
import { type ContextClass, contextsOf, OWN_VOICE } from './context.ts'
import type { Document, Range } from './document.ts'
import {
  addFinding,
  type Finding,
  type Location,
  placeOf,
  type Report,
  SEVERITIES,
  type Severity,
  withoutTraces,
} from './finding.ts'
import type { Matcher } from './match.ts'
import { keepFirst, MOST_FINDINGS } from './most-findings.ts'
import type { Question } from './questions.ts'
import type { Query } from './remember.ts'
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
type Tell = (
  report: Omit<Report, 'ruleId' | 'severity'> & { ruleId?: string; severity?: Severity },
) => void

/** A rule’s check: looks at a document and tells what it finds. It changes nothing. */
type Check<Options> = (document: Document, tell: Tell, options: Partial<Options>) => void

/** The check of a rule that looks at block after block. It is done again only for blocks in which the answer may change. */
interface BlockCheck<Options> {
  /** Where the check can find nothing unless one of some matchers does: these. */
  readonly in?: (options: Partial<Options>) => readonly Matcher<unknown>[]
  /** Where the check can find something only in some blocks: whether a block is one. Asked once for all rules with the same. */
  readonly where?: (options: Partial<Options>) => Query<boolean>
  inBlock(document: Document, block: Block, tell: Tell, options: Partial<Options>): void
}

/** A find that is left alone, and why. */
export interface LeftAlone extends Range {
  readonly block: Block
  readonly ruleId: string
  readonly class: QuietClass
  readonly evidence: string
  /** How many finds like it the block has, if only the first of a document is listed. */
  readonly alike?: number
}

/** What a rule says: a finding, or a find that is left alone. It names no place in a file. */
export type Told = Report | LeftAlone

/** What a rule or a pack looks for under some options: in each block, or in a document as a whole. */
export type Look = BlockLook | { readonly inDocument: (document: Document) => readonly Told[] }

/** A look at each block by itself. */
export interface BlockLook {
  /** Where it can find nothing unless one of some matchers does: these. */
  readonly in?: (() => readonly Matcher<unknown>[]) | undefined
  /** As of a check. */
  readonly where?: Query<boolean> | undefined
  readonly inBlock: (document: Document, block: Block) => readonly Told[]
}

/** A rule: a retext plugin that carries its metadata. */
export type Rule<Options extends RuleOptions = RuleOptions> = Plugin<[Options?], Root> & {
  readonly meta: RuleMeta
  /** What the plugin does, without a file. */
  readonly look: (options: Options) => Look
}

/**
 * Makes a rule of its metadata and its check. It works alone, `retext().use(rule)`, and in the engine.
 *
 * What a find is reported as follows from whose words it stands in: see `Policies`.
 */
export function defineRule<Options extends RuleOptions = RuleOptions>(
  meta: RuleMeta,
  check: Check<Options> | BlockCheck<Options>,
): Rule<Options> {
  const look = (options: Partial<Options>): Look => {
    const severity = options.severity ?? meta.severity
    const tellTo =
      (told: Told[], document: Document): Tell =>
      (report) => {
        const level = options.levels?.[report.ruleId ?? meta.id]
        if (level === 'off') return
        const own = severityUnder(report.severity ?? meta.severity, meta.severity, severity)
        const full = { ruleId: meta.id, ...report, severity: level ?? own }
        told.push(judged(document, meta.contexts, full))
      }
    const collect = (document: Document, run: (tell: Tell) => void): readonly Told[] => {
      const told: Told[] = []
      run(tellTo(told, document))
      return told
    }
    return typeof check === 'function'
      ? { inDocument: (document) => collect(document, (tell) => check(document, tell, options)) }
      : {
          in: check.in && (() => check.in?.(options) ?? []),
          where: check.where?.(options),
          inBlock: (document, block) =>
            collect(document, (tell) => check.inBlock(document, block, tell, options)),
        }
  }
  const plugin: Plugin<[Options?], Root> = (options) => pluginOf(look(options ?? {}))
  return Object.assign(plugin, { meta, look })
}

/** A look as what retext calls with a tree and a file. */
export function pluginOf(look: Look): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const document = documentOf(tree, file)
    const told =
      'inBlock' in look
        ? document.blocks.flatMap((block) => look.inBlock(document, block))
        : look.inDocument(document)
    addTold(file, document, told)
  }
}

/**
 * What a report comes to as far as its context allows: flagged, lowered, turned into a request for
 * attribution, or left alone.
 */
export function judged(document: Document, policies: Policies | undefined, report: Report): Told {
  const found = report.found ?? report
  const all = policiesOf(policies)
  const where = [document, report.block, found.start, found.end] as const
  // A title that a rule reports may stand in somebody’s quotation: then it is theirs.
  const contexts = contextsOf(...where)
  const whose =
    contexts.find((one) => !(KINDS_OF_WORDS.has(one.class) && all[one.class] === 'flag')) ??
    contexts[0] ??
    OWN_VOICE
  const policy = all[whose.class]
  if (policy === 'quiet') {
    const { block, start, end, ruleId } = report
    return { block, start, end, ruleId, class: whose.class, evidence: whose.evidence }
  }
  const reason =
    policy === 'attribute' ? `${report.reason} Say whose words these are.` : report.reason
  const severity = policy === 'lower' ? 'suggestion' : report.severity
  // Written out: many are gone through after every change, and what has one shape is quicker to read.
  const { block, start, end, ruleId, note, expected, url, fix } = report
  const context = whose.class
  return { block, start, end, ruleId, severity, reason, note, expected, url, context, fix }
}

/** Adds what rules told of a document to its file: findings as messages, what is left alone to `file.data.quiet`. */
export function addTold(file: VFile, document: Document, told: readonly Told[]): void {
  const quiet: LeftAlone[] = []
  withoutTraces(() => {
    for (const one of told) {
      if ('reason' in one) addFinding(file, document, one)
      else quiet.push(one)
      if (file.messages.length > 2 * MOST_FINDINGS) keepFirst(file)
    }
  })
  for (const one of listedOnce(quiet)) {
    file.data.quiet ??= []
    file.data.quiet.push(quietOf(file, document, one))
    if (file.data.quiet.length > 2 * MOST_FINDINGS) keepFirst(file)
  }
}

/** Of finds that are alike, the first for all; these come last. */
function listedOnce(quiet: readonly LeftAlone[]): readonly LeftAlone[] {
  const first = new Map<string, LeftAlone & { readonly alike: number }>()
  for (const one of quiet) {
    if (one.alike === undefined) continue
    const known = first.get(one.ruleId)
    const alike = one.alike + (known?.alike ?? 0)
    first.set(one.ruleId, { ...(known ?? one), alike })
  }
  if (first.size === 0) return quiet
  const once = [...first.values()].map((one) =>
    one.alike > 1
      ? { ...one, evidence: `${one.evidence}, nor near ${one.alike - 1} more like it` }
      : one,
  )
  return [...quiet.filter(({ alike }) => alike === undefined), ...once]
}

function quietOf(file: VFile, document: Document, one: LeftAlone): Quiet {
  const { block, start, end, ruleId, evidence } = one
  return {
    ruleId,
    actual: block.text.slice(start, end),
    place: placeOf(file, placeInFile(document.written(block), start, end)),
    context: one.class,
    evidence,
  }
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
