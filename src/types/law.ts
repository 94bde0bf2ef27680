// Generated from schema/law.schema.json by `npm run types:write`. Do not edit.

export type JurisdictionId = 'england-and-wales' | 'scotland' | 'northern-ireland'
/**
 * The mode of trial in the words of the jurisdiction.
 */
export type Mode =
  'summary-only' | 'either-way' | 'indictable-only' | 'summary' | 'solemn' | 'summary-or-solemn'
export type Id = string
export type ProvisionId = string
/**
 * What the Act calls it.
 */
export type PlaceKind = 'section' | 'article' | 'schedule' | 'part' | 'paragraph'
/**
 * high makes errors, medium makes warnings, the rest stay silent.
 */
export type Confidence = 'high' | 'medium' | 'low' | 'unverified'

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
  acts: Act[]
  /**
   * What the facts of this file rest on, by an id of this file.
   */
  sources: {
    [k: string]: LawSource
  }
  provisions: Provision[]
}
/**
 * How texts of this jurisdiction speak of modes of trial.
 */
export interface Vocabulary {
  modes: ModeWords[]
  /**
   * Nouns for what has a mode of trial: offence, offences.
   */
  nouns: string[]
  /**
   * How a form or table asks for it: mode of trial, classification.
   */
  labels: string[]
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
}
