import type { Block } from '../blocks.ts'
import { contextOf } from '../context.ts'
import { data } from '../data.ts'
import type { Document, Range } from '../document.ts'
import { inRuns } from '../remember.ts'
import { defineRule } from '../rule.ts'

interface Place extends Range {
  readonly block: Block
}

/** An abbreviation where it stands: indices in the text of its block. */
interface Use extends Place {
  readonly name: string
  /** The words in full stand beside it. */
  readonly spelledOut: boolean
}

/** Two to six letters, at least two of them capitals: ASW, ASWs, EqIA. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}@#./_-])(?=\p{Lu})(?=\p{L}*\p{Lu}\p{L}*\p{Lu}|\p{Lu}{2})(\p{L}{2,6}?)(s?)(?![\p{L}\p{N}@_]|[-/.][\p{L}\p{N}]|[’'](?:[tdmTDM]|re|ve|ll|RE|VE|LL)\b)/gu
const TWO_CAPITALS = /[A-Z][A-Za-z]*[A-Z]/
const ROMAN = /^[IVXLC]+$/
/** "McVey", "YouTube": a name. */
const NAMED = /^(?:Mc|Mac|De|La|Le|Di|Van)\p{Lu}|\p{Ll}{2}$/u

/** "DARE (2015)", "(DARE, Night data, 2015)": who is cited, by the name that he goes by. */
const CITED = /^,?\s\(?(?:19|20)\d\d\b/
const CITED_IN_BRACKETS = /^,[^()]*\b(?:19|20)\d\d\b/

let known: ReadonlySet<string> | undefined
let words: ReadonlySet<string> | undefined

/** Finds abbreviations that a text does not spell out, or spells out too late. */
export const undefinedAbbreviation = defineRule(
  {
    id: 'undefined-abbreviation',
    title: 'Abbreviation that is not spelled out',
    about:
      'An abbreviation of two to six letters that the text never spells out, or only after it was first used. The common ones of the United Kingdom (NHS, CPS, MP) are known, and words of the language in capitals (“URGENT”) are none. Each is reported once, at its first use.',
    severity: 'suggestion',
    whole: true,
    contexts: { name: 'flag', attributed: 'flag' },
    examples: {
      flag: [
        { text: 'The TTCG decides in June. The TTCG meets weekly.', found: ['TTCG'] },
        {
          text: 'Officers write to ASWs in May. An adult services website (ASW) must answer.',
          found: ['ASWs'],
        },
      ],
      pass: [
        { text: 'The Tactical Tasking Group (TTG) decides. The TTG meets weekly.' },
        { text: 'TTG (Tactical Tasking Group) papers are secret.' },
        { text: 'The CPS and the NHS agree, says the MP. See Part II.' },
        { text: '## THE RULES\n\nOfficers must NOT enter.' },
        { text: 'AGREED: the minutes were read.' },
        { text: 'It was agreed that MUCH is CLOSED, and that the CACHES of the CITIES are RED.' },
        { text: 'We DON’T ask, and YouView does (ref. QX/19/114).' },
        { text: 'Ring the desk. (TTGD: Tactical Tasking Group desk.)' },
        { text: 'The Night Weather Act 1983 (henceforth, “NWA”) governs it.' },
        { text: 'It rained on 30 nights (QUAVER, Night weather, 2015).' },
        { text: 'Tattersall (2014) and QUAVER (2015) agree.' },
        {
          text: '| Short | Long |\n| --- | --- |\n| TTG | Tactical Tasking Group |\n\nThe TTG meets.',
        },
      ],
    },
  },
  (document, tell) => {
    for (const [name, those] of byName(document)) {
      const first = those.find(({ block, start, end }) => isOwn(document, block, start, end))
      if (!first) continue
      const at = those.find(({ spelledOut }) => spelledOut)
      if (at && !comesBefore(document, first, at)) continue
      const { block, start, end } = first
      tell({
        block,
        start,
        end,
        reason: at
          ? `“${name}” is used here before it is spelled out. Spell it out at its first use.`
          : `“${name}” is not spelled out. Write the words in full at first use, with the abbreviation in brackets.`,
      })
    }
  },
)

function isOwn(document: Document, block: Block, start: number, end: number): boolean {
  const { class: kind } = contextOf(document, block, start, end)
  return kind === 'own-voice' || kind === 'name' || kind === 'attributed'
}

/** Every unknown abbreviation with its uses, in order of place. */
function byName(document: Document): Map<string, Use[]> {
  const uses = new Map<string, Use[]>()
  for (const use of allUses(document)) {
    const before = uses.get(use.name)
    if (before) before.push(use)
    else uses.set(use.name, [use])
  }
  return uses
}

const NONE: readonly Use[] = []

/** The unknown abbreviations, in order of place. */
const allUses = inRuns((document, block): readonly Use[] => {
  known ??= new Set([...data.lists.abbreviations.known, ...(data.names.organisations ?? [])])
  if (block.quotation > 0 || !TWO_CAPITALS.test(block.text)) return NONE
  if (isShouted(block.text)) return NONE
  const uses: Use[] = []
  for (const { index, 0: whole, 1: name = '' } of block.text.matchAll(ABBREVIATION)) {
    if (known.has(name) || known.has(whole) || ROMAN.test(name) || NAMED.test(name)) continue
    if (index === 0 && block.text.startsWith(':', whole.length)) continue
    if (isWord(whole) || isInCapitals(block.text, index, index + whole.length)) continue
    if (isCited(block.text, index, index + whole.length)) continue
    const place = { block, start: index, end: index + whole.length }
    uses.push({ ...place, name, spelledOut: isSpelledOut(document, place, name) })
  }
  return uses
})

function isCited(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + FURTHEST)
  return CITED.test(after) || (text.charAt(start - 1) === '(' && CITED_IN_BRACKETS.test(after))
}

const ENDINGS = ['s', 'es', 'd', 'ed', 'ing', 'er', 'ly']

/** "AGREED": a common word of the language, or a form of one. */
function isWord(name: string): boolean {
  if (name !== name.toUpperCase()) return false
  words ??= new Set(data.words)
  const word = name.toLowerCase()
  const stems = ENDINGS.flatMap((ending) =>
    word.endsWith(ending) ? [word.slice(0, -ending.length)] : [],
  )
  if (word.endsWith('ies')) stems.push(`${word.slice(0, -3)}y`)
  return words.has(word) || stems.some((stem) => stem.length > 2 && words?.has(stem))
}

/** A heading or line in capitals holds no abbreviations. */
function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  return capitals > small && text.length > 12
}

/** A word among others in capitals, or before a number, is a shout or a reference. */
function isInCapitals(text: string, start: number, end: number): boolean {
  return (
    /(?:\b\p{Lu}{3,}[^\p{L}.;:]+)$/u.test(text.slice(Math.max(0, start - 24), start)) ||
    /^[^\p{L}.;:()]+\p{Lu}{3,}\b/u.test(text.slice(end, end + 24)) ||
    /^\s?\d/.test(text.slice(end, end + 2))
  )
}

const FURTHEST = 120

/** "long form (ABC)", "ABC (long form)", "ABC means …", or a row of a list of abbreviations. */
function isSpelledOut(document: Document, { block, start, end }: Place, name: string): boolean {
  const before = block.text.slice(Math.max(0, start - FURTHEST), start)
  const after = block.text.slice(end, end + FURTHEST)
  const opens =
    /(?:[([]\s*(?:the |or |an? |(?:hereafter|henceforth|known as),? )?|\bor )["“‘']?$/.exec(before)
  if (opens && /^(?:[’']s)?["”’']?\s*(?:[)\];,:]|$)/.test(after)) {
    if (spells(before.slice(0, opens.index), name)) return true
  }
  const inside = /^["”’']?\s*(?:[([]|[:=–—-]\s|,\s)\s*(?:the\s)?([^)\].;]+)/.exec(after)
  if (inside?.[1] && spells(inside[1], name)) return true
  if (data.lists.abbreviations.defining.some((word) => after.trimStart().startsWith(word)))
    return true
  return (
    block.kind === 'cell' && block.text.length === end - start && isInRow(document, block, name)
  )
}

/** Whether another cell of the row spells it out. */
function isInRow(document: Document, block: Block, name: string): boolean {
  return [document.before(block), document.after(block)].some(
    (other) => other?.kind === 'cell' && spells(other.text, name),
  )
}

/** Whether words hold the letters of an abbreviation, most of them at the beginnings of words. */
function spells(text: string, name: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? []
  const initials = words.map((word) => word.charAt(0).toLowerCase())
  const letters = [...name.toLowerCase()]
  if (words.length < 2 && !words[0]?.toLowerCase().startsWith(letters[0] ?? '')) return false
  let from = -1
  let met = 0
  for (const letter of letters) {
    const next = initials.indexOf(letter, from + 1)
    if (next < 0) continue
    from = next
    met += 1
  }
  return met >= Math.max(1, Math.ceil(letters.length / 2))
}

function comesBefore(document: Document, one: Place, other: Place): boolean {
  if (one.block === other.block) return one.start < other.start
  return document.place(one.block) < document.place(other.block)
}
