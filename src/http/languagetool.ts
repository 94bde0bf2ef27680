/** Findings as LanguageTool’s protocol has them. */

import type { VFile } from 'vfile'
import { type Finding, type Severity, severityOf, stretchOf } from '../finding.ts'
import type { AnnotatedText } from './annotated.ts'

/** A language of the protocol. */
export interface Language {
  readonly name: string
  readonly code: string
  readonly longCode: string
}

const english = (region: string, longCode: string): Language => ({
  name: region === '' ? 'English' : `English (${region})`,
  code: 'en',
  longCode,
})

const BRITISH = english('GB', 'en-GB')

/** The languages that a client may name: a client that cannot find its own does not ask. */
export const LANGUAGES: readonly Language[] = [
  BRITISH,
  english('', 'en'),
  english('Ireland', 'en-IE'),
  english('US', 'en-US'),
  english('Australia', 'en-AU'),
  english('Canada', 'en-CA'),
  english('New Zealand', 'en-NZ'),
  english('South Africa', 'en-ZA'),
]

/** What a client asked for: English, unless it names another language. */
export function languageOf(asked: string | null): Language {
  const tag = asked ?? ''
  const known = LANGUAGES.find(({ longCode }) => longCode.toLowerCase() === tag.toLowerCase())
  if (known) return known
  const isOther = /^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(tag) && !/^en(?:-|$)/i.test(tag)
  return isOther ? { name: tag, code: tag, longCode: tag } : BRITISH
}

/** A find of the protocol: offsets in UTF-16 units, markup counted. */
export interface Match {
  readonly offset: number
  readonly length: number
  readonly message: string
  readonly [key: string]: unknown
}

/** LibreOffice draws these in different colours. */
const CATEGORIES: { readonly [Name in Severity]: { id: string; name: string } } = {
  error: { id: 'SEMANTICS', name: 'Mistakes' },
  warning: { id: 'STYLE', name: 'Wording' },
  suggestion: { id: 'STYLE', name: 'Wording' },
}

/**
 * Whether a client wants to hear of a rule: it may have switched rules or categories off, or ask for some alone.
 * A rule that it names is stronger than a category.
 */
function wantedBy(parameters: URLSearchParams): (rule: string, category: string) => boolean {
  const named = (parameter: string) => new Set(parameters.get(parameter)?.split(','))
  const on = { rules: named('enabledRules'), categories: named('enabledCategories') }
  const off = { rules: named('disabledRules'), categories: named('disabledCategories') }
  const others = !/^(?:true|yes)$/i.test(parameters.get('enabledOnly') ?? '')
  return (rule, category) => {
    if (off.rules.has(rule)) return false
    if (on.rules.has(rule)) return true
    return !off.categories.has(category) && (others || on.categories.has(category))
  }
}

/** The findings of a checked text that a client wants; one about the whole text has no place and is left out. */
export function matchesOf(
  file: VFile,
  annotated: AnnotatedText,
  parameters: URLSearchParams,
): Match[] {
  const wanted = wantedBy(parameters)
  return file.messages.flatMap((message) => {
    const stretch = stretchOf(message)
    if (!stretch || !wanted(message.ruleId ?? '', CATEGORIES[severityOf(message)].id)) return []
    const place = annotated.locate(stretch.start, stretch.end)
    return [
      {
        ...matchOf(message, place.plain),
        offset: place.start,
        length: place.end - place.start,
        context: contextOf(annotated.text, stretch),
      },
    ]
  })
}

function matchOf(message: Finding, plain: boolean) {
  const { ruleId = '', reason, url, expected = [] } = message
  const severity = severityOf(message)
  return {
    // LibreOffice shows the message only: without the id nobody could look the rule up.
    message: `${reason} (${ruleId})`,
    shortMessage: severity,
    replacements: (plain ? expected : []).map((value) => ({ value })),
    type: { typeName: severity === 'error' ? 'Other' : 'Hint' },
    rule: {
      id: ruleId,
      description: ruleId,
      issueType: severity === 'error' ? 'inconsistency' : 'style',
      category: CATEGORIES[severity],
      ...(url && { urls: [{ value: url }] }),
    },
    ignoreForIncompleteSentence: false,
    contextForSureMatch: 0,
  }
}

/** How much of the text is shown on either side of a find: UTF-16 units. */
const AROUND = 40

function contextOf(text: string, { start, end }: { start: number; end: number }) {
  const from = Math.max(0, start - AROUND)
  const before = from > 0 ? '...' : ''
  const after = end + AROUND < text.length ? '...' : ''
  return {
    text: `${before}${text.slice(from, end + AROUND).replace(/\s/g, ' ')}${after}`,
    offset: before.length + start - from,
    length: end - start,
  }
}

/** The answer to a check; `incomplete` if another server’s finds are missing. */
export function answerOf(
  version: string,
  language: Language,
  matches: readonly Match[],
  incomplete: boolean,
) {
  const { name, longCode: code } = language
  return {
    software: { name: 'Fairdraft', version, apiVersion: 1, premium: false, status: '' },
    warnings: { incompleteResults: incomplete },
    language: { name, code, detectedLanguage: { name, code, confidence: 1 } },
    matches,
  }
}
