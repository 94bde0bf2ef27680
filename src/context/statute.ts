/** The words of a statute: in brackets after a section, and what makes up an offence. */
import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import type { Words } from '../match/words.ts'
import { FINITE } from './clause.ts'
import type { Zone } from './zone.ts'

/** The stretches of a block in which a statute speaks. */
export function statutesIn(document: Document, block: Block): Zone[] {
  return [
    ...afterSections(document.words(block)),
    ...offencesIn(document, block),
    ...billsIn(block.text),
    ...clausesIn(block.text),
  ]
}

/** "New Clause 4: Exploitation by a third party", "NC4 – Victims of exploitation": the title of a clause of a Bill. */
const CLAUSE = /\b(?:[Cc]lause|NC) ?(?:NC)?\d{1,3}[A-Z]?\s?[:–—-]\s(\p{Lu}[^\n.;:()?]{2,90})/gu

function clausesIn(text: string): Zone[] {
  return [...text.matchAll(CLAUSE)].flatMap(({ index, 0: found, 1: title = '' }): Zone[] => {
    if (title.split(/\s/).some((word) => FINITE.has(word))) return []
    const end = index + found.length
    return [{ start: end - title.length, end, class: 'title', evidence: 'the title of a clause' }]
  })
}

/** "Letting of Rooms (Prohibition) Bill [HL]", also where capitals say nothing, as in a heading. */
const BILL =
  /\p{Lu}[\p{L}’'-]*(?:,? (?:\p{Lu}[\p{L}’'-]*|of|and|the|for|in|on|to|against|etc\.)){0,11} (?:\([^()\n]{3,80}\) ){1,3}(?:Bill|Act|Order|Regulations)\b(?: \d{4}\b)?(?: \[HL\])?/gu

function billsIn(text: string): Zone[] {
  if (!/\) (?:Bill|Act|Order|Regulations)\b/.test(text)) return []
  return [...text.matchAll(BILL)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    class: 'title',
    evidence: 'the name of a Bill or an Act',
  }))
}

const SECTION = /^(?:s|ss|section|sections|article|articles|art|arts|paragraph|paragraphs)$/

const LONGEST_TITLE = 400

/** "section 33A (keeping a brothel used for prostitution)": the words of the offence. */
function afterSections(words: Words): Zone[] {
  return words.keys.flatMap((key, index): Zone[] => {
    if (!SECTION.test(key) || !/^\d/.test(words.keys[index + 1] ?? '')) return []
    const from = words.ends[index + 1] ?? 0
    const bracket = /^[^.;:!?]{0,80}?\((?=[^()]*\p{L}{3})([^()]*)\)/u.exec(
      words.text.slice(from, from + LONGEST_TITLE),
    )
    if (!bracket) return []
    const start = from + bracket[0].length - 1 - (bracket[1]?.length ?? 0)
    return [
      {
        start,
        end: from + bracket[0].length - 1,
        class: 'statute',
        evidence: 'after a section number',
      },
    ]
  })
}

/** "It is an offence under section 33A to keep …": what makes up an offence, as its section has it. */
function offencesIn(document: Document, block: Block): Zone[] {
  return [...block.text.matchAll(/\boffences?\b/g)].flatMap(({ index, 0: found }): Zone[] => {
    const sentence = document.sentenceAt(block, index)
    const text = block.text.slice(sentence.start, sentence.end)
    const after = index + found.length - sentence.start
    const named = /^ of ((?:[^\s.,;:()]+(?: |(?=[.,;:()])|$)){1,9})/.exec(text.slice(after))
    if (named && /^(?:\p{Ll}+ing)\b/u.test(named[1] ?? '')) {
      const start = sentence.start + after + 4
      return [
        {
          start,
          end: start + offenceEnd(named[1] ?? ''),
          class: 'statute',
          evidence: '“offence of”',
        },
      ]
    }
    const section = CITED.exec(text)
    const from = section
      ? Math.max(after, section.index < after ? after : section.index + section[0].length)
      : 0
    const elements = section && /\b(?:where|if|when|to|for a|for any)\b/.exec(text.slice(from))
    if (!elements) return []
    const start = sentence.start + from + elements.index
    return [
      { start, end: sentence.end, class: 'statute', evidence: `“offence” with “${section[0]}”` },
    ]
  })
}

const CITED =
  /\b(?:sections?|s\.|ss\.|s|articles?|schedule|paragraph|subsection) ?\(?\d[\w().]*|\b(?:19|20)\d\d Act\b|\bAct (?:19|20)\d\d\b/i

/** How much of what follows "offence of" names the offence: not beyond a verb. */
function offenceEnd(text: string): number {
  const verb = text.search(
    /\b(?:is|are|was|were|has|have|had|can|could|may|should|will|would|carries|came|under|in|which|that|and|but|who)\b/,
  )
  return verb < 0 ? text.length : verb
}
