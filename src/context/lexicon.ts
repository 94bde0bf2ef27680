import { createSharedMatcher, type Matcher } from '../match.ts'
import type { Names } from '../types/names.ts'
import { keyOf, type Words } from '../words.ts'

/** The words by which other people’s words, titles and names are recognised, ready to be looked up. */
export interface Lexicon {
  /** Single words, as keys. */
  readonly sets: { readonly [List in WordList]: ReadonlySet<string> }
  /** Phrases of one or more words. */
  readonly phrases: { readonly [List in PhraseList]: Matcher<string> }
}

type WordList =
  | 'reportingVerbs'
  | 'sayVerbs'
  | 'weakVerbs'
  | 'speakers'
  | 'thirdParties'
  | 'mentionNouns'
  | 'describingVerbs'
  | 'titleHeads'
type PhraseList =
  | 'attributions'
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
    createSharedMatcher(`names/${name}`, () => list.map((text) => ({ text, exact, value: text })))
  return {
    sets: {
      reportingVerbs: set(names.reportingVerbs),
      sayVerbs: set(names.sayVerbs),
      weakVerbs: set(names.weakVerbs),
      speakers: set(names.speakers),
      thirdParties: set(names.thirdParties),
      mentionNouns: set(names.mentionNouns),
      describingVerbs: set(names.describingVerbs),
      titleHeads: set(names.titleHeads),
    },
    phrases: {
      attributions: phrases('attributions', names.attributions),
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

/** The words before an index that belong to the same clause: no full stop, colon or semicolon between. */
export function sameClause(words: Words, from: number, to: number): boolean {
  return !/[.;:!?](?:\s|$)|\n\s*\n/.test(words.text.slice(words.ends[from], words.starts[to]))
}
