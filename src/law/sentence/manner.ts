/** How something is meant that a sentence says of the law: as it is, or denied, proposed, past, or another’s error. */

import type { Range } from '../../document.ts'

/** How a predicate is meant. */
export interface Manner {
  /** "is not". */
  readonly denied: boolean
  /** Neither a proposal, a condition, history nor somebody’s error: something is claimed of the law as it is. */
  readonly claimed: boolean
  /** It would be claimed, if it were not asked: the head of a column, to which its cells say yes or no. */
  readonly asked: boolean
  /** Neither history nor somebody’s error, though it may be a proposal or a condition. */
  readonly current: boolean
}

const DENIED =
  /(?:\b(?:not|never|no|neither|nor|hardly|nothing|cannot)|n[’']t)(?:\s+(?:\w+ly|an?|the|one|of|any|being|just|itself|regarded|treated|classed|as|also))*\s*$|\bnon[-‑\s]$/i
const ONLY = /\bnot only\b/i
/** "not merely a": neither claimed nor denied. */
const MERELY = /\bnot (?:just|merely|simply)\b[^,;.]{0,24}$/i
const UNREAL =
  /\b(?:(?<!\bonly\b[^,;]{0,60})if|would|could(?!\s+(?:still |also |even )?(?:be (?:jailed|imprisoned|locked|sent|sentenced|fined|tried|prosecuted|heard|dealt|punished|given)|face|get|receive|go|risk|lead|result)\b)|might|should (?:be(?:come)?|have)|ought to|were to|wants? to|propos\w+|recommend\w*|call\w* for|campaign\w*|make it|made it|(?:to|should|must|shall|will)(?:\s+\w+ly)? make(?=\s+(?!(?:an?|the)\s*$)\S)|(?:to|let|shall|should|must|may|will) become|becoming|making|debat\w+|discuss\w+|(?:rais|increas|extend|doubl|lower|reduc|lift)ing|reclassif\w+|downgrad\w+|upgrad\w+|whether|unless|hypothetical\w*|suppose|imagine)\b/i
/** "may be brought": that is allowed. */
const DONE = /^(?:\w+ed|brought|laid|sent|heard|begun)\b/i
const PERHAPS = /\b(?:may|might)(?: well)? be\s+(?:an?\s+)?$/i
const TREATED = /\b(?:treat|record|regard|list|class|classif|categoris|deal)\w*\b/i
const REFUSED =
  /\bneither\b|\b(?:not|never|nor|n[’']t|avoid|stop|rather than|instead of|without)\s+(?:\w+ly\s+|be(?:ing)?\s+)?(?:treat|record|regard|list|class|classif|describ|call|categoris|think|view|mistak)\w*\b/i
const PAST =
  /\b(?:(?<!\b(?:is|are|was|were|be|being|been) )used to (?:be|think|treat|regard|list|class|consider|describe|carry|attract|include|allow|lead|mean|face|$)|had been|formerly|previously|originally|historically|in the past|(?<!\b(?:has|have) )(?:carried|attracted)|until (?:\d|the|its|then|\p{Lu}\w+ \d)|before (?:\d|\p{Lu}\w+ \d))/iu
const PAST_VERB =
  /\b(?:was|were|(?<!\b(?:has|have)\s)been)\b(?!.*\b(?:is|are|remains?|be|can|may|must|ha(?:s|ve) (?:an?|no)|commits?)\b)/is
/** "was raised to": so it is now, if no year is given. */
const RAISED = /\b(?:was|were)\s+(?:\w+ly\s+)?(?:raised|increased|lifted|doubled)\b[^,;]*\bto\s*$/i
/** "not … a": near enough, unless a new verb stands between, as in "was not coerced is a". */
const NEGATION_NEAR =
  /(?:\b(?:not|never|no longer|neither|nor)|n[’']t)\s+(?:(?:(?!(?:is|are|was|were|has|have|can|may|must|will|does|do)\b)[\w-]+,?\s+){0,4}|[\w-]+\s+that\s+(?:[\w-]+,?\s+){0,3})$/i
/** "not so serious that it may be …". */
const NOT_SO_MUCH = /\bnot (?:so|such)(?: [\w-]+){1,4} that\b/i
/** Stems of verbs by which something is said to be so. */
const SAY =
  '(?:describ|list|call|treat|class|categoris|label|present|stat(?=e|ing)|say|said|claim|assert|suggest|record|regard|refer|impl(?=y|ie)|assum|believ|think|thought|report|put|giv|gave|cit(?=e|ing)|characteris|consider|identif|includ|count|held|suppos|mark|speak|spok|tell|told|teach|taught|conclud|read)'
const WRONG =
  '(?:wrong|incorrect|mistaken|erroneous|inaccurate|false|untrue|misleading|faulty|not (?:true|right|correct|accurate)|errors?|mistakes?|myths?|misconceptions?|fallacy)'
/** Words that make what follows them somebody’s error: they have to govern it. */
const ERRORS = [
  `\\b(?:wrong|incorrect|mistaken|erroneous|inaccurate|false|misleading)ly\\s+(?:\\w+\\s+){0,2}?${SAY}`,
  '\\b(?:wrong|incorrect|mistaken|erroneous|inaccurate|false|misleading)ly(?:\\s+(?:as|an?|the|under|among))*\\s*$',
  `\\b${WRONG}\\b(?:\\s+[\\w’']+){0,6}?(?:\\s+(?:to|in|of)\\s+(?:\\w+ly\\s+)?${SAY}|\\s+that\\b|\\s*:)`,
  `\\b${WRONG}\\s+(?:\\w+\\s+){0,2}(?:list|classif|descri|statement|claim|belie|view|entr|label|heading|assum|idea|impression|introduc|table|account)`,
  '\\bmis(?:descri|classif|stat|represent|label|report|tak(?:e|es|en|ing)\\b[^,;]*\\b(?:for|as)\\b)',
  '\\bconfus(?:e|es|ed|ing)\\b[^;]*\\bwith(?:\\s+(?:an?|the|being))*\\s*$',
  '\\bcontrary to (?:(?!\\b(?:is|are|remains?|may|can|must|be|carries)\\b)[^,;])*\\b(?:as|being)(?:\\s+(?:an?|the))?\\s*$',
  '\\b(?:purport\\w*|so-called|fails? to)\\b[^,;]*$',
  '\\bclaim(?:s|ed|ing)? that\\b',
  '\\b(?:in error|by mistake)\\b[^,;]*$',
].map((source) => new RegExp(source, 'i'))

const NOT_SO = '(?:wrong|incorrect|mistaken|false|untrue|an error|a mistake|inaccurate|misleading)'
/** What follows and makes it an error: "… is wrong", "…; that is wrong", "…; it is not". */
const ERRORS_AFTER = [
  `^(?:\\s+(?!(?:and|but|so|or)\\b)[\\w’'”"-]+){0,6}?[”"’']?\\s+(?:is|are|was|were)(?: \\w+ly)? ${NOT_SO}\\b`,
  "^(?:\\s+(?!(?:and|but|so|or)\\b)[\\w’'-]+){0,6}?\\s+(?:in error|by mistake)\\b",
  `[;,:–—]\\s*(?:(?:but|and)\\s+)?(?:this|that|which|it|they)\\s+(?:is|are|was|were)(?: \\w+ly)? (?:${NOT_SO}|not (?:so|true|right|correct|the case))\\b(?!\\s+(?:to|for|that)\\b)`,
  "[;,:–—]\\s*(?:(?:but|and)\\s+)?(?:it|this|that|they)\\s+(?:is|are)(?:\\s+not|n[’']t)\\s*[.!]?\\s*$",
].map((source) => new RegExp(source, 'i'))

/** What a sentence opens with before it says something of its own. */
const CONCESSION =
  /^[\s“"]*(?:contrary to|despite|in spite of|notwithstanding|whatever|regardless of|to (?:avoid|prevent|correct|clear up)|for the avoidance of)\b(?:(?!\bthat\b)[^,;]){0,120},\s*/i
const AWARE =
  /^.*\b(?:should|must|would|could|might|ought to)\s+(?:\w+\s+){0,3}?(?:aware|remember\w*|noted?|notice|mind|clear|stressed|emphasised|understood|understand|recall\w*|remind\w*|recognised?|know|known|told|advised|certain|sure|careful)\b[^.;]{0,40}?(?:\bthat\b|:)/is
/** "should be prepared on the footing that": what comes is taken to be so. */
const FOOTING = /^.*\bon the (?:basis|footing|understanding) that\b/is
/** "If she is arrested for it, …", "Where a man is charged with it, …": what follows is said of the law as it is. */
const CHARGED_IF =
  /^\s*(?:if|where|when|once)\b(?:(?!\b(?:were|had|would|should|could|again|twice|second|previous\w*|court|magistrates)\b)[^;:,])*\b(?:charged|accused|convicted|arrested|prosecuted|caught|guilty|suspected|stopped)\b(?:(?!\b(?:were|had|would|again|twice|second|previous\w*|court|magistrates)\b)[^;:,])*,\s/i
const ASIDE = /(?:,\s[^,;]{1,80},|\([^()]{1,80}\)|[–—][^–—]{1,80}[–—])\s*$/
const DENIED_BEFORE_ASIDE = /(?:\b(?:not|never)|n[’']t)\s*$/i
const FAR_FROM =
  /\b(?:far from|anything but|by no means|nowhere near|nothing like|in no way|not at all|rather than|instead of|as opposed to)(?:\s+(?:being|an?|the|just|simply|merely|mere|classed|treated|regarded|as))*\s*$/i

/** "Neither section 33 nor section 34 is …": denied of both. */
const NEITHER_IS =
  /(?:^|[,;:]\s+)\W*neither\b[^;]*\b(?:is|are|can|may|carries|carry|attracts?)(?:\s+(?:\w+ly|an?|the|be))*\s*$/i
/** "No kerb crawler can …": denied of the offence. */
const NO_SUBJECT_IS =
  /(?:^|[,;:]\s+)\W*no\s+(?!doubt|wonder|matter|longer|less|one\b)(?:[\w’'-]+\s+){1,6}(?:is|are|can|may|will|carries|carry|attracts?)(?:\s+(?:\w+ly|ever|an?))*\s*$/i
/** "Nobody convicted of …": what follows is denied of the offence. */
const NOBODY_CHARGED =
  /(?:^|[,;:]\s+)\s*(?:nobody|no[ -]one|no (?:person|woman|man|offender|defendant|buyer))\s+(?:who (?:is|are)\s+)?(?:charged|accused|convicted|guilty|prosecuted|suspected)\b[^,;]*$/i
const NOBODY =
  /(?:^|[,;:]\s+)\s*(?:nobody|no[ -]one|none|nothing|no (?:person|woman|man|offender|defendant|buyer|law|court|act|article|section|provision|part|treaty|convention))\b[^,;]*$/i

const HOLDS =
  /(\S+\s+|^)(lists?|listed|calls?|called|treats?|treated|describes?|described|class(?:es|ed)?|classif(?:y|ies|ied)|categoris(?:e|es|ed)|labels?|labelled|presents?|presented|regards?|regarded|records?|recorded|characteris(?:e|es|ed)|views?|viewed|sees?|saw|considers?|considered)(?=\s)/gi
const BARE_VERB =
  /^(?:list|call|treat|describe|class|classify|categorise|label|present|regard|record|characterise|view|see|consider)$/i
const NO_SUBJECT =
  /^(?:should|must|may|can|will|shall|would|could|might|to|not|never|cannot|do|please|we|i|always|also|and|or|be|is|are|was|were|been|being|has|have|had|a|an|the|of|in|for|by|on|this|that)$/i
const OWN_SUBJECT =
  /(?<!\bof )\b(?:we|i|this|these|our|(?:the |in )?(?:\w+ )?law|statutes?|legislation|parliament|act(?: \d{4})?|order(?: \d{4})?|courts?|tables?|annex(?: \w+)?|appendix(?: \w+)?|sections? \w+|chapter \w+|paragraph \w+|box \w+|below|following)(?:\s+(?!(?:which|that|who|but)\b)\w+){0,2}\s*$/i
/** "Many assume that …", "officers sometimes believe … to be": told of whoever may be wrong. */
const BELIEVED =
  /\b(?:many|some|most|people|others|few|several|anyone|everyone|everybody|often|sometimes|commonly|widely|usually|generally|frequently|popularly|still)\b[^,;.:]{0,40}\b(?:assum|believ|think|thought|imagin|suppos|perceiv|misunderst)\w*\b/i
/** "Which of these is …?", "True or false?": an answer is asked for. */
const ASKED =
  /\b(?:which of (?:these|those|them|the following)|true or false|correct or incorrect|right or wrong)\b[^.;]*$/i
const ASKED_BEFORE = /\b(?:true or false|correct or incorrect|right or wrong)\b\W*$/i

const CLAUSES =
  /;|(?<=\s)(?:but|whereas|while|whilst|although|though|because|since|so|yet|and)[\s,]/gi

/** How the predicate of a sentence is meant: all three are indices in the text. */
export function mannerOf(text: string, sentence: Range, predicate: Range): Manner {
  const from = Math.max(sentence.start, predicate.start - 400)
  const before = text.slice(from, predicate.start).replace(CONCESSION, '').replace(CHARGED_IF, '')
  const clause = before.slice(lastClause(before))
  const after = text.slice(predicate.end, Math.min(sentence.end, predicate.end + 200))
  const merely = MERELY.test(before)
  const neither = NEITHER_IS.test(clause) || NO_SUBJECT_IS.test(clause)
  const denied =
    (DENIED.test(before) || deniedAside(before) || NOBODY_CHARGED.test(clause) || neither) &&
    !ONLY.test(before) &&
    !merely
  const near =
    !denied &&
    (merely ||
      FAR_FROM.test(before) ||
      NOBODY.test(clause) ||
      NOT_SO_MUCH.test(before) ||
      (NEGATION_NEAR.test(clause) && !ONLY.test(clause)))
  const mood = clause.replace(AWARE, '').replace(FOOTING, '')
  const unreal =
    (UNREAL.test(mood) || (PERHAPS.test(mood) && !DONE.test(text.slice(predicate.start)))) &&
    !TREATED.test(mood)
  const raised = RAISED.test(clause) && !/\b(?:19|20)\d\d\b/.test(before + after)
  const past = PAST.test(before) || (PAST_VERB.test(clause) && !raised)
  const error =
    ERRORS.some((error) => error.test(before)) || ERRORS_AFTER.some((error) => error.test(after))
  const asked =
    text.slice(sentence.start, sentence.end).trimEnd().endsWith('?') ||
    ASKED.test(before) ||
    ASKED_BEFORE.test(text.slice(Math.max(0, sentence.start - 40), sentence.start))
  const refused = !neither && REFUSED.test(clause)
  const told = !(past || error || refused || BELIEVED.test(before))
  const current = told && !asked
  const plain = !near && !unreal && !heldByOthers(clause)
  return { denied, claimed: current && plain, asked: asked && told && plain, current }
}

/** Where the last clause of a stretch begins, as far as its tense and mood go. */
function lastClause(before: string): number {
  let last = 0
  for (const { 0: word, index } of before.matchAll(CLAUSES)) last = index + word.length
  return last
}

/** "is not, as some say, …": denied with an aside between. */
function deniedAside(before: string): boolean {
  const rest = before.replace(ASIDE, '')
  return rest !== before && DENIED_BEFORE_ASIDE.test(rest)
}

/** "The guidance lists section 33A as …": told of somebody else, and not of the law or of the text itself. */
function heldByOthers(clause: string): boolean {
  return [...clause.matchAll(HOLDS)].some(({ 0: words, 1: word = '', 2: verb = '', index }) => {
    const object = clause.slice(index + words.length)
    if (!/\p{L}/u.test(object.replace(/\b(?:an?|the|these|those|following)\b/gi, ''))) return false
    const passive =
      /^\s+(?:\w+ly\s+)?by\s+(?:some|many|others|several|critics|the (?!law|courts?|act|statute|legislation))/i.test(
        object,
      )
    if (passive) return true
    const told = word.trim().replace(/^\W+/, '')
    if (/d$/i.test(verb) && /^\s+(?:\w+ly\s+)?(?:as|under|among|an?)\b/i.test(object)) return false
    if (told === '' || NO_SUBJECT.test(told)) return false
    if (BARE_VERB.test(verb) && /ly$/i.test(told)) return false
    return !OWN_SUBJECT.test(clause.slice(0, index) + word)
  })
}
