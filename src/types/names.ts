// Generated from schema/names.schema.json by `npm run types:write`. Do not edit.

/**
 * Organisations, titles and statutory phrases inside which no term is flagged, and the lexicon by which other people's words are recognised. Apostrophes are straight; a space stands for a hyphen too.
 */
export interface Names {
  /**
   * Names of organisations and offices, as written; capitals count.
   */
  organisations?: string[]
  /**
   * Those of `organisations` that are also ordinary words ("Mind", "Turning Point"): a capital at the beginning of a sentence or in a heading proves nothing.
   */
  ambiguousOrganisations?: string[]
  /**
   * Titles of Acts and Bills (without the year), treaties, guidance, reports, plans, schemes, books and posts, as written; capitals count.
   */
  titles?: string[]
  /**
   * Names of offences and orders, and other words of an Act, a treaty or prosecutors' guidance. Written as enacted; capitals do not count.
   */
  statutory?: string[]
  /**
   * Verbs that attribute words to a speaker, in all forms: "said" in "the minister said". Verbs that do so only before a clause carry their "that": "found that".
   */
  reportingVerbs?: string[]
  /**
   * Phrases that attribute words without such a verb: "according to", "in the view of".
   */
  attributions?: string[]
  /**
   * Nouns for whoever or whatever words can come from, singular and plural, without articles: "respondents", "guidance".
   */
  speakers?: string[]
  /**
   * Nouns that announce that words are spoken of as words: "term" in "the term …".
   */
  mentionNouns?: string[]
  /**
   * Verbs and phrases that announce the same, in all forms: "known as", "wrongly lists".
   */
  mentionVerbs?: string[]
  /**
   * Phrases by which a writer adopts a term: "we use the term". What follows is the writer's own voice although it looks like a mention.
   */
  adoptionPhrases?: string[]
  /**
   * Words that mark somebody's claim or wording as criticised: "incorrectly" in "incorrectly lists".
   */
  criticismWords?: string[]
  /**
   * Phrases that set a wording aside: "rather than", "do not say". What follows is named to be avoided.
   */
  modesOfCorrection?: string[]
  /**
   * Reporting verbs that report words even without "that": "critics say sex work is …".
   */
  sayVerbs?: string[]
  /**
   * Reporting verbs that an author also uses of himself ("the council believes"): they attribute only with a third party as subject.
   */
  weakVerbs?: string[]
  /**
   * Verbs of wishing and judging: whoever is not the writer and "wants X to be Y" or "found X to be Y" has chosen those words.
   */
  wishVerbs?: string[]
  /**
   * Adjectives of attitude with the "that" or "about" behind them: they attribute only with a third party as subject: "residents were worried that".
   */
  stances?: string[]
  /**
   * Nouns and abbreviations for the law itself. What these say is the law’s wording and nobody’s opinion: "the Act says that …".
   */
  instruments?: string[]
  /**
   * Nouns for people who are certainly not the author of a policy text.
   */
  thirdParties?: string[]
  /**
   * Plural nouns for those who take a side: "for campaigners, …", "to its critics, …" is what they hold.
   */
  partisans?: string[]
  /**
   * Verbs that describe something with "as": "describing prostitution as work".
   */
  describingVerbs?: string[]
  /**
   * Last words of titles of documents: Act, Guidance, Strategy.
   */
  titleHeads?: string[]
  /**
   * Nouns for what somebody holds; they attribute only with a holder: "the council's view is that".
   */
  viewNouns?: string[]
  /**
   * Nouns for what is claimed; they attribute by themselves: "the notion that".
   */
  claimNouns?: string[]
  /**
   * Nouns for what somebody says, before a colon: "Members made the following points: …".
   */
  remarks?: string[]
  /**
   * Nouns for what somebody holds that need no "that": "in the authors' view, …", "on the union's reading, …".
   */
  standpoints?: string[]
  /**
   * Nouns for a quarrel, whose point nobody in particular makes: "the debate over whether …".
   */
  debates?: string[]
  /**
   * Words before the name of a person, who is not the author: "Mr", "Cllr", "hon."
   */
  personalTitles?: string[]
  /**
   * Headings of lists of works and links: "References", "Further reading".
   */
  referenceHeadings?: string[]
  /**
   * Words after which a title stands without marks: "entitled".
   */
  titleVerbs?: string[]
  /**
   * Labels of other people's words: a column's head ("Statement"), a lead-in ("Myth: …"), or, if of two words or more, a heading ("You asked").
   */
  voiceLabels?: string[]
}
