/** What to report of a claim about a mode of trial. */

import type { Document } from '../../document.ts'
import type { Report, Severity } from '../../finding.ts'
import type { Mention } from '../cite/mention.ts'
import { detailsOf, groundOf, maximumOf, nameOf, wordsFor, wordsForMode } from '../describe.ts'
import { type Entry, sourcesOf } from '../registry.ts'
import { severityFrom, upperFirst } from '../report.ts'
import { type Claim, judge, type Verdict } from './claim.ts'
import { compareMode, type SaidMode, wordsInPlace } from './mode.ts'

type ModeClaim = Claim<SaidMode>

type ModeReport = Omit<Report, 'ruleId'>

interface Wrong {
  readonly mention: Mention
  readonly entry: Entry
  readonly severity: Severity
  /** The claim is right for one form of the offence only. */
  readonly incomplete: boolean
}

/**
 * The reports that a claim gives rise to: one at the words that say the mode if they are wrong of
 * everything they are said of, otherwise one at each provision.
 */
export function reportsOn(document: Document, claim: ModeClaim): ModeReport[] {
  const wrong = claim.mentions.flatMap((mention) => wrongAbout(document, claim, mention) ?? [])
  const [first] = wrong
  if (!first) return []
  const alike = wrong.every(({ entry }) => entry.provision.mode === first.entry.provision.mode)
  const together = alike && wrong.length === claim.mentions.length
  return claim.by === 'sentence' && together
    ? [inSentence(claim, first)]
    : wrong.map((one) => atProvision(claim, one))
}

function wrongAbout(document: Document, claim: ModeClaim, mention: Mention): Wrong | undefined {
  const { verdict, entries } = judge(claim, mention, compareMode)
  const severity = severityOf(verdict, entries)
  const [entry] = entries
  if (!entry || !severity) return undefined
  const incomplete = verdict === 'incomplete'
  const possible = claim.said.slot === 'possible'
  if (incomplete && (possible || keepsApart(document, claim, mention, entry))) return undefined
  return { mention, entry, severity, incomplete }
}

function severityOf(verdict: Verdict, entries: readonly Entry[]): Severity | undefined {
  if (verdict !== 'wrong' && verdict !== 'incomplete') return undefined
  return severityFrom(entries, verdict === 'wrong' ? 'error' : 'warning')
}

/** Whether a text says under which conditions a mode is that of an offence with several. */
function keepsApart(
  document: Document,
  { said }: ModeClaim,
  mention: Mention,
  entry: Entry,
): boolean {
  const text = [said, mention]
    .map(({ block, start }) => {
      const sentence = document.sentenceAt(block, start)
      return block.text.slice(sentence.start, sentence.end).toLowerCase()
    })
    .map((sentence) => ` ${sentence.replace(/[^\p{L}\p{N}]+/gu, ' ')} `)
    .join('')
  return (entry.provision.conditions ?? []).some((condition) =>
    text.includes(condition.endsWith('*') ? ` ${condition.slice(0, -1)}` : ` ${condition} `),
  )
}

/** The report at the words that say the mode, with words that can stand there. */
function inSentence(claim: ModeClaim, wrong: Wrong): ModeReport {
  const { said, denied } = claim
  const { block, end } = said
  const { start, article } = denied ? fromNegation(said) : fromArticle(said)
  const right = denied
    ? block.text.slice(said.start, end)
    : wordsInPlace(wordsFor(wrong.entry), said)
  const offered = right !== undefined && !wrong.incomplete && (!denied || start < said.start)
  const words = article ? `${/^[aeiou]/i.test(right ?? '') ? 'an' : 'a'} ${right}` : (right ?? '')
  const capital = /^\p{Lu}/u.test(block.text.slice(start))
  const expected = offered ? [capital ? upperFirst(words) : words] : []
  return { block, start, end, expected, severity: wrong.severity, ...explained(claim, wrong) }
}

/** The report at a provision that stands in a list or beside others. */
function atProvision(claim: ModeClaim, wrong: Wrong): ModeReport {
  const { block, start, end } = wrong.mention
  const predicate = wordsFor(wrong.entry)?.predicate?.[0]
  const alone = claim.by === 'listing' && claim.mentions.length === 1 && !claim.denied
  const words = block.text.slice(start, end)
  const expected = alone && predicate ? [`${words}, which is ${predicate}`] : []
  return { block, start, end, expected, severity: wrong.severity, ...explained(claim, wrong) }
}

/** What is wrong, what is right, and how it is known. */
function explained(
  { said, denied }: ModeClaim,
  { entry, incomplete }: Wrong,
): Pick<Report, 'reason' | 'note' | 'url'> {
  const claimed = said.meanings.get(entry.law.jurisdiction)?.name ?? 'that'
  const maximum = maximumOf(entry.provision)
  const right = `${nameOf(entry)} is ${modeInWords(entry)}`
  const against = denied ? `so it is ${claimed}` : `not ${claimed}`
  const what = incomplete
    ? `${right}: say which`
    : `${right}${maximum ? ` (${maximum})` : ''}, ${against}`
  const url = sourcesOf(entry)[0]?.url
  return { reason: `${what}. ${groundOf(entry)}`, note: detailsOf(entry), url }
}

function modeInWords(entry: Entry): string {
  const { forms = [] } = entry.provision
  const each = forms.map(({ mode, when }) => {
    return `${wordsForMode(entry.law, mode)?.predicate?.[0] ?? mode} where ${when}`
  })
  return wordsFor(entry)?.predicate?.[0] ?? each.join(', and ')
}

function fromArticle({ block, start }: SaidMode): { start: number; article: boolean } {
  const before = block.text.slice(Math.max(0, start - 6), start)
  const article = /(?<![\p{L}\p{N}])an?\s+$/iu.exec(before)
  return { start: start - (article?.[0].length ?? 0), article: article !== null }
}

function fromNegation({ block, start }: SaidMode): { start: number; article: boolean } {
  const before = block.text.slice(Math.max(0, start - 12), start)
  const negation = /(?<![\p{L}\p{N}])not\s+(an?\s+)?$/iu.exec(before)
  return { start: start - (negation?.[0].length ?? 0), article: negation?.[1] !== undefined }
}
