import { keyOf } from '../match/words.ts'
import { createSharedMatcher, type Matcher } from '../match.ts'
import type { Names } from '../types/names.ts'

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
  | 'wishVerbs'
  | 'stances'
  | 'speakers'
  | 'thirdParties'
  | 'partisans'
  | 'instruments'
  | 'mentionNouns'
  | 'describingVerbs'
  | 'titleHeads'
  | 'viewNouns'
  | 'claimNouns'
  | 'debates'
  | 'standpoints'
  | 'remarks'
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
  const phrases = (name: PhraseList, list: readonly string[] = [], exact = false) =>
    createSharedMatcher(
      `names/${name}`,
      ...list.map((text) => () => [{ text, exact, value: text }]),
    )
  return {
    sets: {
      sayVerbs: set(names.sayVerbs),
      weakVerbs: set(names.weakVerbs),
      wishVerbs: set(names.wishVerbs),
      stances: set(names.stances),
      speakers: set(names.speakers),
      thirdParties: set(names.thirdParties),
      partisans: set(names.partisans),
      instruments: set(names.instruments),
      mentionNouns: set(names.mentionNouns),
      describingVerbs: set(names.describingVerbs),
      titleHeads: set(names.titleHeads),
      viewNouns: set(names.viewNouns),
      claimNouns: set(names.claimNouns),
      debates: set(names.debates),
      standpoints: set(names.standpoints),
      remarks: set(names.remarks),
      personalTitles: set(names.personalTitles),
    },
    phrases: {
      reportingVerbs: phrases('reportingVerbs', [
        ...(names.reportingVerbs ?? []),
        ...(names.wishVerbs ?? []),
        ...(names.stances ?? []),
      ]),
      attributions: phrases('attributions', names.attributions),
      referenceHeadings: phrases('referenceHeadings', names.referenceHeadings),
      titleVerbs: phrases('titleVerbs', names.titleVerbs),
      voiceLabels: phrases('voiceLabels', names.voiceLabels),
      mentionVerbs: phrases('mentionVerbs', names.mentionVerbs),
      adoptionPhrases: phrases('adoptionPhrases', names.adoptionPhrases),
      criticismWords: phrases('criticismWords', names.criticismWords),
      modesOfCorrection: phrases('modesOfCorrection', names.modesOfCorrection),
      organisations: phrases(
        'organisations',
        [...(names.organisations ?? []), ...(names.ambiguousOrganisations ?? [])],
        true,
      ),
      titles: phrases('titles', names.titles, true),
      statutory: phrases('statutory', names.statutory),
    },
  }
}
