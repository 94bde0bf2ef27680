/** What to report of a claim about a maximum penalty. */

import type { Document } from '../../document.ts'
import type { Mention } from '../cite/mention.ts'
import { lowerFirst, nameOf } from '../describe.ts'
import type { Entry, Registry } from '../registry.ts'
import { explained, type LawReport, severityFrom, upperFirst } from '../report.ts'
import { readTerm } from '../sentence/amount.ts'
import { type Claim, judge } from './claim.ts'
import { comparePenalty } from './compare-penalty.ts'
import type { SaidPenalty } from './penalty.ts'

type PenaltyClaim = Claim<SaidPenalty>

/** The reports that a claim gives rise to: one at the amount, or one at each provision of a listing. */
export function penaltyReportsOn(
  registry: Registry,
  document: Document,
  claim: PenaltyClaim,
): LawReport[] {
  const reports = claim.mentions.flatMap(
    (mention) => reportOn(registry, document, claim, mention) ?? [],
  )
  return claim.by === 'sentence' ? reports.slice(0, 1) : reports
}

function reportOn(
  registry: Registry,
  document: Document,
  claim: PenaltyClaim,
  mention: Mention,
): LawReport | undefined {
  const { verdict, entries } = judge(claim, mention, comparePenalty)
  const severity = severityFrom(entries)
  const [entry] = entries
  if (verdict !== 'wrong' || !entry || !severity || isMixed(entry, document, claim))
    return undefined
  const { said, by } = claim
  const { block, start, end } = by === 'sentence' ? said : mention
  const what = `${whatIsWrong(claim, entry)}${sibling(registry, claim, entry)}`
  const expected = by === 'sentence' ? corrected(claim, entry) : []
  return { block, start, end, severity, expected, ...explained(what, entry) }
}

/** Whether the sentence keeps apart the forms of an offence whose maximum depends on the facts. */
function isMixed({ provision }: Entry, document: Document, { said }: PenaltyClaim): boolean {
  if (!provision.forms) return false
  const { start, end } = document.sentenceAt(said.block, said.start)
  return /\b(?:if|where|unless|depending|otherwise)\b/i.test(said.block.text.slice(start, end))
}

function whatIsWrong({ said, denied }: PenaltyClaim, entry: Entry): string {
  const name = lowerFirst(nameOf(entry))
  const words = said.block.text.slice(said.start, said.end)
  const maximum = `the maximum is ${maximumFor(said, entry)}`
  const { kind } = said.punishment
  if (kind === 'imprisonable' || kind === 'fineOnly') {
    const fined = (kind === 'imprisonable') !== denied
    return `${upperFirst(name)} ${fined ? 'cannot' : 'can'} be punished with imprisonment: ${maximum}`
  }
  if (denied) return `“${words}” is right of ${name}: ${maximum}`
  return `The maximum for ${name} is not ${lowerFirst(words)}: it is ${maximumFor(said, entry)}`
}

function maximumFor({ course }: SaidPenalty, { provision }: Entry): string {
  const { indictment, summary } = provision
  const onIndictment = indictment && `${indictment.text} on indictment`
  if (course === 'summary' && summary) return summary.text
  return onIndictment ?? summary?.text ?? 'not on record'
}

/** Another offence of the same name that has the maximum which the text gives. */
function sibling(registry: Registry, { said, denied }: PenaltyClaim, entry: Entry): string {
  if (denied || said.punishment.kind === 'imprisonable' || said.punishment.kind === 'fineOnly')
    return ''
  const names = new Set([entry.provision.title, ...(entry.provision.aliases ?? [])].map(lowerFirst))
  const other = registry.entries.find(
    (one) =>
      one !== entry &&
      one.law === entry.law &&
      [one.provision.title, ...(one.provision.aliases ?? [])].some((name) =>
        names.has(lowerFirst(name)),
      ) &&
      comparePenalty(said, one) === 'right',
  )
  return other ? `; the one given is that for ${lowerFirst(nameOf(other))}` : ''
}

/** The amount that belongs there, in the form of the one that stands there. */
function corrected({ said, denied }: PenaltyClaim, { provision }: Entry): string[] {
  if (denied || said.punishment.kind !== 'term' || said.punishment.count === 1) return []
  const maximum =
    said.course === 'summary' ? provision.summary : (provision.indictment ?? provision.summary)
  const term =
    maximum?.imprisonment?.length === 1 || provision.mode !== 'mixed'
      ? maximum?.imprisonment?.[0]
      : undefined
  const amount = term ? readTerm(term) : undefined
  if (!term || amount?.kind !== 'term' || term.startsWith('1 ')) return []
  const words = said.block.text.slice(said.start, said.end)
  return [words.includes('-') ? term.replace(' ', '-').replace(/s$/, '') : term]
}
