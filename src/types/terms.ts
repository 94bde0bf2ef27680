// Generated from schema/terms.schema.json by `npm run types:write`. Do not edit.

export type Id = string
/**
 * Why the wording is in the pack.
 */
export type TermKind =
  | 'contested-term'
  | 'dysphemism'
  | 'euphemism'
  | 'unevidenced-assurance'
  | 'statistic'
  | 'policing-practice-framing'
  | 'neutrality-disclaimer'
  | 'outdated-statutory-term'
  | 'victim-blaming'
  | 'objectifying'
  | 'partnership-framing'
  | 'absent-agent'
  | 'plain-english'
  | 'other'
/**
 * A wording: one string that never changes, or the forms of one word by their grammatical slot. A space stands for a space, a hyphen, a non-breaking hyphen or a line break. Possessives are found without being listed.
 */
export type Wording = string | Inflected
export type Words = string[]
/**
 * flag: as in the writer's own voice; lower: a suggestion at most; attribute: ask whose words they are; quiet: nothing.
 */
export type Policy = 'flag' | 'lower' | 'attribute' | 'quiet'

/**
 * A pack of terms: contested or discouraged wordings, with every viewpoint's position and its source.
 */
export interface TermPack {
  pack: Id
  /**
   * What the pack covers, as a title.
   */
  title: string
  /**
   * What the pack covers and what it does not, in a sentence or two.
   */
  about: string
  /**
   * Viewpoints that only this pack names, such as your own organisation's, by id.
   */
  viewpoints?: import('./viewpoints.ts').Viewpoints
  /**
   * Sources that only this pack cites, by id.
   */
  sources?: import('./sources.ts').Sources
  /**
   * The terms. In a pack of your own that has the id of a shipped pack, a term replaces the shipped one with its id; the others stay.
   */
  terms: Term[]
}
/**
 * One contested or discouraged wording.
 */
export interface Term {
  id: Id
  /**
   * Ids this term had before; they go on working.
   */
  formerly?: Id[]
  /**
   * The wording itself, as a reader would look it up.
   */
  title: string
  kind: TermKind
  /**
   * For an entry that drives an evidence rule: its id is then `<rule>/<id>` instead of `<pack>/<id>`.
   */
  rule?: 'unevidenced-assurance' | 'neutrality-disclaimer' | 'unsupported-statistic'
  /**
   * The version of Fairdraft that first had the term; in a pack of your own, any version or date.
   */
  since: string
  /**
   * A trial term is a suggestion at most; a retired one is kept for its id only.
   */
  status?: 'stable' | 'trial' | 'retired'
  /**
   * How severe the term is where no side is taken. Unset: warning where every viewpoint avoids it (`consensus`), else suggestion.
   */
  severity?: 'warning' | 'suggestion'
  /**
   * Every position says avoid, at least two viewpoints of them in sources of their own.
   */
  consensus?: boolean
  /**
   * One calm sentence: what the wording does, or why it is disputed. It takes no side; a message prints it after naming the wording.
   */
  summary?: string
  /**
   * Surface forms, found wherever `near` and `unless` allow.
   */
  forms?: Wording[]
  /**
   * Surface forms that need no `near` cue (they still obey `unless`).
   */
  always?: Wording[]
  /**
   * Capitals must be as written (abbreviations such as SW).
   */
  case?: 'exact'
  near?: Cues
  unless?: Cues
  /**
   * Terms that are not reported inside a stretch that this one covers.
   */
  subsumes?: Id[]
  /**
   * Rules that say it better: where one of them reports some of the same words, this term is not reported.
   */
  yields?: Id[]
  /**
   * The parts of a document the term is looked for in; unset means all.
   */
  in?: ('heading' | 'paragraph' | 'item' | 'cell' | 'footnote' | 'caption')[]
  /**
   * What to do where the words are not in the writer's own voice. Unset: quiet.
   */
  contexts?: {
    quotation?: Policy
    attributed?: Policy
    'scare-quotes'?: Policy
    mention?: Policy
    title?: Policy
    name?: Policy
    statute?: Policy
    negated?: Policy
  }
  /**
   * Who says what of the wording, one entry a viewpoint and source.
   */
  positions: Position[]
  /**
   * Wording that can stand in the sentence and that no viewpoint named here avoids; the best first.
   */
  neutral?: Wording[]
  /**
   * `--fix` may put the first fitting wording in: no viewpoint disputes it and the meaning stays the same.
   */
  swappable?: boolean
  /**
   * What the writer could do that is no replacement: "say which power the visit is made under".
   */
  advice?: string[]
  /**
   * Anything a careful reader should know that is nobody's position.
   */
  note?: string
  /**
   * The term's tests and its documentation.
   */
  examples: {
    /**
     * Sentences in which the term is found.
     */
    flag: string[]
    /**
     * Sentences that come close and in which this term is not found.
     */
    pass: string[]
  }
}
export interface Inflected {
  /**
   * A noun, singular: sex worker.
   */
  one?: string
  /**
   * A noun, plural: sex workers.
   */
  many?: string
  /**
   * A noun without a plural: sex work.
   */
  mass?: string
  /**
   * A verb, plain form: use sex workers.
   */
  base?: string
  /**
   * A verb, third person: uses sex workers.
   */
  s?: string
  /**
   * A verb, -ing form: using sex workers.
   */
  ing?: string
  /**
   * A verb, past tense: used sex workers.
   */
  past?: string
  /**
   * A verb, past participle: (was) used.
   */
  participle?: string
  /**
   * An adjective, or a noun that stands before another noun: sex-working.
   */
  modifier?: string
  /**
   * For a replacement that cannot stand before a noun: the word that puts it behind ("sex worker project" → "project for people who sell sex": for).
   */
  preposition?: string
}
/**
 * Words or phrases by where they stand. Each is matched as whole words, upper or lower case, with or without a plural s; a trailing asterisk makes it the beginning of a word (`prostitut*`). Never matched inside the found words themselves.
 */
export interface Cues {
  before?: Words
  after?: Words
  sentence?: Words
  block?: Words
  document?: Words
}
/**
 * What one viewpoint says of the wording, and where.
 */
export interface Position {
  viewpoint: Id
  /**
   * avoid: asks writers not to use it; prefer: asks for it; accept: uses it, or has nothing against it.
   */
  stance: 'avoid' | 'prefer' | 'accept'
  /**
   * What this viewpoint writes instead; each can stand in the sentence.
   */
  wording?: Wording[]
  /**
   * What this viewpoint asks for that is no replacement.
   */
  advice?: string[]
  /**
   * The reason in one sentence of our own, as the source gives it.
   */
  why: string
  source?: Id
  /**
   * seen: the page or an excerpt was read; secondary: it reports the primary source; unopened: its address is known.
   */
  read?: 'seen' | 'secondary' | 'unopened'
  /**
   * direct: the source speaks of this wording; inferred: drawn from its general stance, and never printed as its words.
   */
  basis: 'direct' | 'inferred'
  /**
   * Where members of this viewpoint differ.
   */
  dissent?: string
}
