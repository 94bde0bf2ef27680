import { createMatcher, type Matcher } from '../match.ts'
import type { Names } from '../types/names.ts'
import { keyOf } from '../words.ts'

/** The words by which other people’s words, titles and names are recognised, ready to be looked up. */
export interface Lexicon {
  /** Single words, as keys. */
  readonly sets: { readonly [List in WordList]: ReadonlySet<string> }
  /** Phrases of one or more words. */
  readonly phrases: { readonly [List in PhraseList]: Matcher<string> }
}

type WordList =
  | 'sayVerbs'
  | 'weakVerbs'
  | 'speakers'
  | 'thirdParties'
  | 'mentionNouns'
  | 'describingVerbs'
  | 'titleHeads'
  | 'viewNouns'
  | 'claimNouns'
  | 'personalTitles'
type PhraseList =
  | 'reportingVerbs'
  | 'attributions'
  | 'referenceHeadings'
  | 'titleVerbs'
  | 'voiceLabels'
  | 'mentionVerbs'
  | 'adoptionPhrases'
  | 'criticismWords'
  | 'modesOfCorrection'
  | 'organisations'
  | 'titles'
  | 'statutory'

/** Compiles the lists of names.yml. */
export function createLexicon(names: Names): Lexicon {
  const set = (list: readonly string[] = []) => new Set(list.map(keyOf))
  const phrases = (list: readonly string[] = [], exact = false) =>
    createMatcher(list.map((text) => ({ text, exact, value: text })))
  return {
    sets: {
      sayVerbs: set(names.sayVerbs),
      weakVerbs: set(names.weakVerbs),
      speakers: set(names.speakers),
      thirdParties: set(names.thirdParties),
      mentionNouns: set(names.mentionNouns),
      describingVerbs: set(names.describingVerbs),
      titleHeads: set(names.titleHeads),
      viewNouns: set(names.viewNouns),
      claimNouns: set(names.claimNouns),
      personalTitles: set(names.personalTitles),
    },
    phrases: {
      reportingVerbs: phrases(names.reportingVerbs),
      attributions: phrases(names.attributions),
      referenceHeadings: phrases(names.referenceHeadings),
      titleVerbs: phrases(names.titleVerbs),
      voiceLabels: phrases(names.voiceLabels),
      mentionVerbs: phrases(names.mentionVerbs),
      adoptionPhrases: phrases(names.adoptionPhrases),
      criticismWords: phrases(names.criticismWords),
      modesOfCorrection: phrases(names.modesOfCorrection),
      organisations: phrases(
        [...(names.organisations ?? []), ...(names.ambiguousOrganisations ?? [])],
        true,
      ),
      titles: phrases(names.titles, true),
      statutory: phrases(names.statutory),
    },
  }
}
