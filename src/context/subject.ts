/** Who is said to say something: the subject of a reporting verb. */
import type { Range } from '../document.ts'
import { type Words, wordAt } from '../match/words.ts'
import { isPast } from './clause.ts'
import type { Lexicon } from './lexicon.ts'

const list = (text: string) => new Set(text.split(' '))

/** The writer himself: what these say is in his own voice. */
export const OWN = list('i we this our my us')
/** Possessives with which somebody else can still speak: "our opponents", "my hon. Friend". */
const OWN_POSSESSIVE = list('our my')
/** Words that may stand between a subject and its verb. */
const BETWEEN = list(
  'has have had is are was were be been being also often further recently then now still rightly widely repeatedly previously rather both all even only just may might would could will can do did does not never clearly explicitly initially simply strongly later once again',
)
/** Verbs that stand with "to" between a subject and what it says. */
const RAISING = /^(?:tend|seem|appear|continu|begin|began|us(?:ed)$|go(?:es)?$|went|like[sd]?$)/
const BE = list('is are was were be been being')
const HUMAN_PRONOUNS = list('he she they')
const QUANTITIES = list(
  'one two three four five six seven eight nine ten another everybody everyone nobody somebody someone some others many most several few half none those minority majority',
)
const PREPOSITIONS = list(
  'of in from at by with for on to up near among across under living given who based',
)
/** Prepositions behind which a source may stand: "research by the university". */
const SOURCES = list('by from to')
/** Words that begin a clause, so that no subject reaches over them. */
const CLAUSES = list(
  'as that which who whom whose but if when because while whilst although though so where whether since than then',
)
const JOINTS = list('and or')
const DETERMINERS = list('the a an its his her their my our your whose')
const RELATIVES = list('who which that')
const CONDITIONS = list('if when where whenever unless')
/** Whoever a condition is about. */
const ANYBODY = list('a an any anyone anybody someone somebody he she they')
const NOBODY = list('nobody none few one')
const DENIES = /^(?:den(?:y|ies|ied)|doubt|disput|question)/
/** "Any member of staff who believes". */
const ANY = /^(?:any|some)(?:one|body)?$/
const FARTHEST_ANY = 5
/** "Applicants are asked to say": what somebody is asked to say is the writer’s. */
const TOLD = list('asked required invited expected advised encouraged instructed reminded')
const MODALS = list('must should shall will would can could may might')
/** "The applicant must say whether": what somebody has to say is the writer’s. */
const ORDERS = list('must should shall')
const QUESTIONS = list('will would does do did can could should is are has have')
/** What only reads something into its subject: the words are the writer’s. */
export const READINGS = list('suggest suggests suggested imply implies implied')
const LONGEST_SUBJECT = 14

/** A subject: its words by index, `to` exclusive, and what its verb is made of. */
export interface Subject {
  /** The word that counts: "respondents" of "respondents in the north", or "who". */
  readonly head: string
  /** "He", "she" or "they", whoever was named before. */
  readonly pronoun: boolean
  /** The writer speaks, or asks, or tells his reader what to say. */
  readonly own: boolean
  /** Somebody is told: the subject says nothing. */
  readonly passive: boolean
  /** The writer says what it has to do: "callers must be told". */
  readonly ordered: boolean
  /** A person or body that is certainly not the writer. */
  readonly other: boolean
  /** An Act, a treaty, the law: what it says is law, whoever repeats it. */
  readonly instrument: boolean
  /** A noun for whoever words can come from, or a name. */
  readonly speaker: boolean
  /** The name of a person or a party: "Hargreave", "Labour", "the Conservatives". */
  readonly name: boolean
  /** Where its first word begins: an index in the text. */
  readonly start: number
}

/** The subject of the verb at an index. */
export function subjectOf(
  words: Words,
  verb: number,
  sentence: Range,
  { sets }: Lexicon,
): Subject | undefined {
  const first = wordAt(words, sentence.start)
  const [from, to] = rangeOf(words, verb, first)
  // "Its claimed benefits", "the scheme’s claimed benefits": no verb.
  if (from >= to || DETERMINERS.has(words.keys[to - 1] ?? '')) return undefined
  if (/^['’]/.test(gapBefore(words, to))) return undefined
  const found = subjectIn(words, from, to, verb, sentence, sets)
  const joint = words.keys[from - 1] ?? ''
  const relative = RELATIVES.has(joint)
  if (found.other || found.speaker || found.own || !(relative || JOINTS.has(joint))) return found
  // "People up and down the country said"; "men who buy sex say".
  const longer = startOf(words, from - 1, first, to)
  const end = relative ? from - 1 : to
  return longer < end ? subjectIn(words, longer, end, verb, sentence, sets) : found
}

/** How many words before a clause somebody may be named who holds it. */
const FARTHEST_VOICE = 30

/** Whether somebody who is not the writer is named before a clause: "the auditors met a belief that". */
export function isVoiced(words: Words, { start, end }: Range, sets: Lexicon['sets']): boolean {
  const to = wordAt(words, end)
  const before = words.keys.slice(Math.max(wordAt(words, start), to - FARTHEST_VOICE), to)
  const other = before.some(
    (key) => sets.thirdParties.has(key) || sets.partisans.has(key) || sets.personalTitles.has(key),
  )
  return other && !before.some((key) => OWN.has(key))
}

function subjectIn(
  words: Words,
  from: number,
  to: number,
  verb: number,
  sentence: Range,
  sets: Lexicon['sets'],
): Subject {
  const keys = words.keys.slice(from, to)
  const between = words.keys.slice(auxiliaryOf(words, verb, wordAt(words, sentence.start)), verb)
  const cut = keys.findIndex((key, index) => index > 0 && PREPOSITIONS.has(key))
  const head = keys[cut < 0 ? keys.length - 1 : cut - 1] ?? ''
  const last = keys.at(-1) ?? ''
  const source = keys.findLastIndex((key) => PREPOSITIONS.has(key))
  const heads = SOURCES.has(keys[source] ?? '') ? [head, last] : [head]
  const party = isParty(words, from, to, verb, sets)
  const name = party || isBareName(words, from, to, verb, sets)
  const named = name || nameIn(words, from, to, sentence)
  const person =
    HUMAN_PRONOUNS.has(head) ||
    head === 'who' ||
    keys.some((key, index) => sets.personalTitles.has(key) && index < keys.length - 1)
  // "The gentleman opposite says": not only the last word counts.
  const core = cut < 0 ? keys : keys.slice(0, cut)
  const third = [...core, ...heads].some((key) => sets.thirdParties.has(key))
  return {
    head,
    pronoun: HUMAN_PRONOUNS.has(head),
    own: isOwn(words, from, keys, verb, between, (third && !sets.titleHeads.has(head)) || named),
    passive: between.some((key) => BE.has(key)),
    ordered: ORDERS.has(last) || (last === 'you' && CONDITIONS.has(words.keys[from - 1] ?? '')),
    other: third || person || party || QUANTITIES.has(head) || isNumber(head),
    instrument: !third && isInstrument(core, sets),
    speaker: named || head === 'it' || heads.some((key) => sets.speakers.has(key)),
    name,
    start: words.starts[from] ?? 0,
  }
}

/** "Section 1", "CEDAW"; "Article 19", but not the article of a newspaper. */
function isInstrument(core: readonly string[], sets: Lexicon['sets']): boolean {
  const name = core.findLast((key) => !/^\d/.test(key)) ?? ''
  return sets.instruments.has(name) || (/^articles?$/.test(name) && core.at(-1) !== name)
}

/** The first of the auxiliaries and adverbs before a verb, or the verb. */
function auxiliaryOf(words: Words, verb: number, first: number): number {
  let to = verb
  while (to > first && isBetween(words.keys[to - 1] ?? '') && !/[,)]/.test(gapBefore(words, to))) {
    // "Paragraph 12 says", but "31 said".
    if (isNumber(words.keys[to - 1] ?? '') && to - 1 > first && isSign(words, to - 1)) break
    to--
  }
  // "Liberals tend to think"
  const raised = words.keys[to - 1] === 'to' && RAISING.test(words.keys[to - 2] ?? '')
  return raised && to - 2 > first ? auxiliaryOf(words, to - 2, first) : to
}

/** The words of a subject: back from its verb to a sign or a word that begins the clause. */
function rangeOf(words: Words, verb: number, first: number): [number, number] {
  let to = auxiliaryOf(words, verb, first)
  if (/[,.!?]["”’]/.test(gapBefore(words, to))) return [to, to]
  // "The article (4 May) argues": so are brackets.
  if (/\)/.test(gapBefore(words, to))) to = openingOf(words, to, first)
  // "The minister, who was asked, said": the aside is left out.
  if (to > first && isComma(words, to)) {
    const aside = asideBefore(words, to, first)
    if (aside !== undefined) {
      // "The report, ‘Behind the Door’, published in May, argued": and so is a title before it.
      const title = asideBefore(words, aside, first)
      to = title !== undefined && /["“‘']$/.test(gapBefore(words, title)) ? title : aside
    }
    // "If she objects, tell her that": an order.
    else if (CONDITIONS.has(words.keys[first] ?? '')) return [to, to]
  }
  const from = startOf(words, to, first, to)
  // "She came and said": the subject is that of the verb before.
  if (from === to && /^(?:and|or|but|then)$/.test(words.keys[to - 1] ?? '')) {
    const opens = clauseStart(words, to - 1, first)
    return [opens, Math.min(opens + 1 + Number(startsNoun(words.keys[opens] ?? '')), to - 1)]
  }
  if (from > first && words.keys[from - 1] === 'who' && from === to) return [from - 1, to]
  return [from, to]
}

/** Where the aside between commas begins that ends before a word. */
function asideBefore(words: Words, index: number, first: number): number | undefined {
  if (!isComma(words, index)) return undefined
  let comma = index - 1
  while (comma > first && index - comma < LONGEST_SUBJECT && !isComma(words, comma)) comma--
  return comma > first && isComma(words, comma) ? comma : undefined
}

/** Where the words that belong together begin, seen from an index back. */
function startOf(words: Words, index: number, first: number, to: number): number {
  let from = index
  while (from > first && to - from < LONGEST_SUBJECT && !startsClause(words, from, index)) from--
  return from
}

/** The index of the first word in the brackets that end before a word. */
function openingOf(words: Words, index: number, first: number): number {
  for (let open = index - 1; open > first && index - open < 2 * LONGEST_SUBJECT; open--) {
    if (gapBefore(words, open).includes('(')) return open
  }
  return index
}

function startsNoun(key: string): boolean {
  return /^(?:the|a|an|mr|mrs|ms|dr|cllr)$/.test(key)
}

function clauseStart(words: Words, index: number, first: number): number {
  let from = index
  while (from > first && index - from < LONGEST_SUBJECT && !isSign(words, from)) from--
  return from
}

function isBetween(key: string): boolean {
  return BETWEEN.has(key) || isNumber(key)
}

function isNumber(key: string): boolean {
  return /^\d+$/.test(key)
}

function startsClause(words: Words, index: number, to: number): boolean {
  if (index < to && isSign(words, index)) return true
  const before = words.keys[index - 1] ?? ''
  return CLAUSES.has(before) || JOINTS.has(before)
}

function gapBefore(words: Words, index: number): string {
  return words.text.slice(words.ends[index - 1] ?? 0, words.starts[index])
}

function isComma(words: Words, index: number): boolean {
  return /^["”’']?,/.test(gapBefore(words, index))
}

function isSign(words: Words, index: number): boolean {
  return /[,;:([)\]“"–—*|]|\s-\s/.test(gapBefore(words, index))
}

/** Whether one of some words has a capital that it does not owe to the beginning of a sentence. */
function nameIn(words: Words, from: number, to: number, sentence: Range): boolean {
  for (let index = from; index < to; index++) {
    const word = words.text.slice(words.starts[index], words.ends[index])
    const opens = index === wordAt(words, sentence.start)
    if (word !== 'I' && /^\p{Lu}/u.test(word) && (!opens || /\p{Lu}\S*\p{Lu}/u.test(word)))
      return true
  }
  return false
}

/** "Jeffreys argues": a singular noun of one word, with no article before it, is a name. */
function isBareName(
  words: Words,
  from: number,
  to: number,
  verb: number,
  sets: Lexicon['sets'],
): boolean {
  const key = words.keys[verb] ?? ''
  const alone = to - from === 1 && /^\p{Lu}/u.test(words.text.slice(words.starts[from]))
  const says = sets.sayVerbs.has(key) || sets.wishVerbs.has(key)
  return alone && key.endsWith('s') && says && !READINGS.has(key)
}

/** "The Conservatives think": a name in the plural is that of a party. */
function isParty(
  words: Words,
  from: number,
  to: number,
  verb: number,
  sets: Lexicon['sets'],
): boolean {
  const key = words.keys[to - 1] ?? ''
  const capital = /^\p{Lu}\p{Ll}/u.test(words.text.slice(words.starts[to - 1]))
  const plural = key.endsWith('s') && !words.keys[verb]?.endsWith('s')
  const name = to - from > 1 && to - from < 5 && words.keys[from] === 'the'
  return name && capital && plural && !sets.speakers.has(key)
}

/** "We", "this guidance", "our report"; "will the Minister accept"; "if you believe", "you should say". */
function isOwn(
  words: Words,
  from: number,
  keys: readonly string[],
  verb: number,
  between: readonly string[],
  other: boolean,
): boolean {
  const determiner = keys.find((key) => OWN.has(key))
  if (determiner !== undefined && !(OWN_POSSESSIVE.has(determiner) && other)) return true
  const relative = RELATIVES.has(words.keys[from - 1] ?? '')
  if ((QUESTIONS.has(keys[0] ?? '') && !relative) || ORDERS.has(keys.at(-1) ?? '')) return true
  // "Nobody would deny that"
  if (NOBODY.has(keys.at(-1) ?? '') && DENIES.test(words.keys[verb] ?? '')) return true
  const present = keys.indexOf('present')
  if (present > 0 && present < keys.length - 1) return true
  if (keys.at(-1) === 'to')
    return keys.some((key, index) => TOLD.has(key) && BE.has(keys[index - 1] ?? ''))
  const condition = CONDITIONS.has(words.keys[from - 1] ?? '')
  if (keys.at(-1) === 'you') return condition || between.some((key) => MODALS.has(key))
  // "If a caller says that": nobody has said it.
  const anybody =
    keys[0] === 'who'
      ? words.keys.slice(Math.max(0, from - FARTHEST_ANY), from).some((key) => ANY.test(key))
      : condition && ANYBODY.has(keys[0] ?? '')
  return anybody && !isPast(words.keys[verb] ?? '')
}
