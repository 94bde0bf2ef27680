// Generated from schema/law.schema.json by `npm run types:write`. Do not edit.

/**
 * united-kingdom: law that is the same throughout, and international law that binds the United Kingdom.
 */
export type JurisdictionId =
  'england-and-wales' | 'scotland' | 'northern-ireland' | 'united-kingdom'
/**
 * The mode of trial in the words of the jurisdiction.
 */
export type Mode =
  'summary-only' | 'either-way' | 'indictable-only' | 'summary' | 'solemn' | 'summary-or-solemn'
export type Id = string
export type ProvisionId = string
/**
 * high makes errors, medium makes warnings, the rest stay silent.
 */
export type Confidence = 'high' | 'medium' | 'low' | 'unverified'
/**
 * What the Act calls it.
 */
export type PlaceKind = 'section' | 'article' | 'schedule' | 'part' | 'paragraph'
/**
 * The rule that reports it.
 */
export type StatementRule =
  | 'offence-elements'
  | 'duty-wording'
  | 'definition'
  | 'jurisdiction'
  | 'repealed-provision'
  | 'police-power'
  | 'time-limit'
  | 'citation-mismatch'

/**
 * The law of one jurisdiction, as far as Fairdraft checks what a text says about it: facts with their sources, and the words by which texts speak of them.
 */
export interface Law {
  jurisdiction: JurisdictionId
  /**
   * The jurisdiction in words, as a message says it.
   */
  title: string
  /**
   * What the file covers and what it does not, in a sentence or two.
   */
  about: string
  /**
   * Words by which a text shows that it speaks of this jurisdiction: Scotland, Scots law.
   */
  names: string[]
  /**
   * Words that show that a text is about the field of this file: without an Act, "section 33A" is only understood beside one. A trailing asterisk makes one the beginning of a word.
   */
  subjects: string[]
  vocabulary: Vocabulary
  /**
   * The Acts and other instruments that texts cite.
   */
  acts: Act[]
  /**
   * What the facts of this file rest on, by an id of this file.
   */
  sources: {
    [k: string]: LawSource
  }
  /**
   * What is known, one entry a provision.
   */
  provisions: Provision[]
  /**
   * Where the provisions of this file are law if they do not say so themselves; unset: in its jurisdiction.
   */
  extent?: JurisdictionId[]
  /**
   * Words that call something the law of this whole: UK law, British law.
   */
  lawNames?: string[]
}
/**
 * How texts of this jurisdiction speak of modes of trial.
 */
export interface Vocabulary {
  like?: JurisdictionId
  /**
   * The words for each mode of trial.
   */
  modes?: ModeWords[]
  /**
   * Nouns for what has a mode of trial: offence, offences.
   */
  nouns?: string[]
  penalties?: PenaltyWords
  scale?: StandardScale
  /**
   * What stands over a column of modes of trial, or before a colon: "Mode of trial".
   */
  heads?: string[]
  /**
   * Words for a trial, before those of a mode’s “only”: tried, dealt with.
   */
  trying?: string[]
}
/**
 * A name for one mode of trial, or for several at once, in the forms it takes in a sentence. The first of each list is what a correction uses.
 */
export interface ModeWords {
  /**
   * The modes it is right for: "indictable" is right for either-way and indictable-only.
   */
  covers: Mode[]
  /**
   * How a message names it after "not": summary-only.
   */
  name: string
  /**
   * All that a cell says under one of "heads", besides the words of the other lists: Summary.
   */
  tabular?: string[]
  /**
   * Directly before a noun: summary-only (offence).
   */
  modifier?: string[]
  /**
   * After "is": triable only summarily.
   */
  predicate?: string[]
  /**
   * After "can" or "may": only be tried summarily.
   */
  passive?: string[]
  /**
   * Where or how such an offence alone is tried, with its preposition: "tried only in the Crown Court", "dealt with by magistrates only".
   */
  only?: string[]
  possible?: PossibleMode
}
/**
 * What it says of an offence that it may be tried where or how "only" has it: "may be sent to the Crown Court".
 */
export interface PossibleMode {
  /**
   * The modes of trial that allow it.
   */
  covers: Mode[]
  /**
   * As messages call it.
   */
  name: string
  /**
   * Words in the sentence that make it another matter: an appeal may be heard in the Crown Court.
   */
  unless?: string[]
}
/**
 * How texts speak of penalties, for all jurisdictions. Numbers and units of time are understood without.
 */
export interface PenaltyWords {
  /**
   * Nouns for what may be imposed: maximum, penalty.
   */
  maximum: string[]
  /**
   * Words that lead to a maximum: carries, punishable with, up to.
   */
  verbs: string[]
  /**
   * Words after a term that make it imprisonment: imprisonment, in prison.
   */
  imprisonment: string[]
  /**
   * Imprisonment for life.
   */
  life: string[]
  /**
   * An unlimited fine.
   */
  unlimited: string[]
  /**
   * That nothing but a fine may be imposed.
   */
  fineOnly: string[]
  /**
   * That imprisonment may be imposed.
   */
  imprisonable: string[]
  /**
   * Nouns for imprisonment of no stated length, behind a verb or a noun for what may be imposed: prison, a custodial sentence.
   */
  custody: string[]
  /**
   * Words that limit a maximum to a conviction on indictment.
   */
  indictment: string[]
  /**
   * Words that limit a maximum to a summary conviction.
   */
  summary: string[]
  /**
   * Words that show the sentence of one case, or another kind of penalty: nothing is said of the maximum.
   */
  cases: string[]
}
/**
 * The standard scale of fines: what each level comes to, in pounds.
 */
export interface StandardScale {
  /**
   * The figure of level 1 in pounds.
   */
  'level 1'?: number
  /**
   * The figure of level 2 in pounds.
   */
  'level 2'?: number
  /**
   * The figure of level 3 in pounds.
   */
  'level 3'?: number
  /**
   * The figure of level 4 in pounds.
   */
  'level 4'?: number
  /**
   * The figure of level 5 in pounds.
   */
  'level 5'?: number
}
/**
 * An Act, Order or other instrument that texts cite.
 */
export interface Act {
  id: Id
  /**
   * The title without the year: Sexual Offences Act.
   */
  title: string
  /**
   * The year that belongs to the title.
   */
  year: number
  /**
   * Its number as texts cite it: "2003 c. 42", "2007 asp 11", "SI 2008/1769".
   */
  chapter?: string
  /**
   * Short names, capitals as written: SOA 2003, PACE. Those that several Acts share stand at each.
   */
  abbreviations?: string[]
  /**
   * Its page on legislation.gov.uk.
   */
  url?: string
  /**
   * Other names, and full titles of treaties: Council of Europe trafficking convention.
   */
  names?: string[]
  /**
   * All other years in which an Act of this title was passed; unset: not established, and no year is called wrong. Empty: there is none.
   */
  otherYears?: number[]
  sections?: SectionList
  repealed?: Repeal
  /**
   * Ids of this file’s sources for what the entry says of years, sections and repeal.
   */
  sources?: Id[]
  /**
   * When it was last checked against its sources.
   */
  checked?: string
}
/**
 * What sections there are; unset: not established, and no number is called wrong.
 */
export interface SectionList {
  /**
   * The number of the last section.
   */
  last?: number
  /**
   * Numbers of sections of other Acts that are often looked for here and are not: 33A.
   */
  absent?: string[]
}
/**
 * How a provision ended.
 */
export interface Repeal {
  /**
   * The date, as far as it is known.
   */
  on?: string
  /**
   * What repealed it.
   */
  by: string
  /**
   * The provisions to cite instead, by id.
   */
  replacedBy?: ProvisionId[]
  /**
   * What to cite instead, in words, where no entry stands for it.
   */
  instead?: string
  confidence?: Confidence
}
/**
 * A page or document that was read.
 */
export interface LawSource {
  /**
   * Author and page, as a reader would cite it.
   */
  title: string
  /**
   * Its address.
   */
  url: string
  /**
   * What to know of the copy that was read.
   */
  note?: string
}
/**
 * One provision and what is known of it.
 */
export interface Provision {
  id: ProvisionId
  act?: Id
  /**
   * Where in the Act; the first is how a message cites it.
   */
  places?: Place[]
  /**
   * The name the Act gives it, or, failing that, what it is.
   */
  title: string
  /**
   * Other names texts call it by. A name that several provisions share stands at each, and decides nothing alone.
   */
  aliases?: string[]
  /**
   * The mode of trial; mixed: it depends on the facts, see forms; not-an-offence: a power, definition or duty; unknown: not established.
   */
  mode:
    | 'summary-only'
    | 'either-way'
    | 'indictable-only'
    | 'summary'
    | 'solemn'
    | 'summary-or-solemn'
    | 'mixed'
    | 'not-an-offence'
    | 'unknown'
  /**
   * For mixed: the forms and the mode of trial of each.
   */
  forms?: OffenceForm[]
  /**
   * For mixed: words by which a text shows that it keeps the forms apart; a trailing asterisk makes one the beginning of a word.
   */
  conditions?: string[]
  summary?: Maximum
  indictment?: Maximum
  /**
   * Where it is law; unset: in the jurisdiction of this file.
   */
  extent?: JurisdictionId[]
  /**
   * When it came into force, as far as it is known.
   */
  commenced?: string
  repealed?: Repeal
  /**
   * What has to be shown, and what has not, one point a line.
   */
  elements?: string[]
  /**
   * Anything else a careful writer should know.
   */
  note?: string
  /**
   * Ids of this file’s sources, the best first: a message names the first.
   */
  sources: Id[]
  confidence: Confidence
  /**
   * What could not be confirmed.
   */
  doubt?: string
  /**
   * When it was last checked against its sources.
   */
  checked: string
  /**
   * When it has to be checked again: at most twelve months later.
   */
  reviewBy: string
  /**
   * Terms that it defines, in singular and plural; without an Act: terms that no statute defines.
   */
  defines?: string[]
  bill?: Bill
  needs?: Needs
  /**
   * What texts wrongly say of it.
   */
  statements?: Statement[]
  /**
   * Where in the same Act it stood before.
   */
  formerly?: Place[]
}
/**
 * A place in an Act: one section, or a run of sections.
 */
export interface Place {
  kind: PlaceKind
  /**
   * The number with its letters, as printed: 33A. An Act with a single schedule: 0.
   */
  number: string
  /**
   * The last number of a run: 59.
   */
  to?: string
  /**
   * The subsections meant, where it is not the whole: 2A, 1(a).
   */
  subsections?: string[]
}
/**
 * One form of an offence whose mode of trial depends on the facts.
 */
export interface OffenceForm {
  mode: Mode
  /**
   * The condition, to follow "where": there is penetration.
   */
  when: string
}
/**
 * The most a court can impose.
 */
export interface Maximum {
  /**
   * In words, as a message says it after "maximum": 7 years’ imprisonment.
   */
  text: string
  /**
   * The standing figure, then any other that is right for some form of the offence or some date.
   */
  imprisonment?: string[]
  /**
   * The standing maximum, then any other that is right for some form of the offence or some date.
   */
  fine?: (
    'level 1' | 'level 2' | 'level 3' | 'level 4' | 'level 5' | 'statutory maximum' | 'unlimited'
  )[]
}
/**
 * A Bill that texts take for law.
 */
export interface Bill {
  /**
   * Its title up to the word Bill.
   */
  title: string
  /**
   * What became of it, to follow its title: fell at stage 1 on 3 February 2026.
   */
  outcome: string
}
/**
 * A power or limit that depends on the mode of trial of the offence.
 */
export interface Needs {
  /**
   * The rule that reports it.
   */
  rule: 'police-power' | 'time-limit'
  /**
   * The modes of trial it is there for.
   */
  modes: Mode[]
  /**
   * Wordings that speak of it without its number: citizen’s arrest.
   */
  words?: string[]
  /**
   * Wordings that say it is not there: no time limit.
   */
  absence?: string[]
  /**
   * Words of which one has to stand beside those of words or absence; a trailing asterisk makes one the beginning of a word.
   */
  with?: string[]
  /**
   * Words in the sentence that show another thing is meant.
   */
  unless?: string[]
  /**
   * What follows for an offence it is not there for, after “so”.
   */
  without: string
  /**
   * What follows for an offence it is there for, after “so”.
   */
  within: string
  /**
   * The subsections that give it, where the section has others besides: 1(b).
   */
  subsections?: string[]
  /**
   * For a time limit, how long it is: a longer time said of an offence that it is there for is wrong.
   */
  limit?: string
}
/**
 * Something wrong that texts say of a provision, as groups of words that stand in one sentence.
 */
export interface Statement {
  rule: StatementRule
  /**
   * Wordings that stand for the provision, besides its number and names; * : nothing has to.
   */
  subjects?: string[]
  /**
   * Groups of words, of each of which one has to stand in the sentence; the first makes the claim. A trailing asterisk makes one the beginning of a word.
   */
  says: string[][]
  /**
   * It is wrong if denied: “is not an offence”.
   */
  negated?: boolean
  /**
   * Words in the sentence that make it right, or another matter.
   */
  unless?: string[]
  /**
   * What is right: one sentence, or two.
   */
  why: string
  /**
   * Wordings that can stand in place of the words that make the claim.
   */
  instead?: string[]
  /**
   * The words after the first group may stand denied too: “a defence that he did not know”.
   */
  either?: boolean
}
