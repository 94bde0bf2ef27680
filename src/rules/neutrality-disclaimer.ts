import type { Block } from '../blocks.ts'
import { data } from '../data.ts'
import { isAnswered } from '../document/evidence.ts'
import { createFinder, createFrameFinder, type Finder } from '../document/lists.ts'
import type { Document, Range } from '../document.ts'
import { defineRule } from '../rule.ts'

type List = 'about' | 'reasons'

let finder: Finder<List> | undefined
let frames: ReturnType<typeof createFrameFinder> | undefined

/** Finds words that call a choice of words neutral, where the text then gives the reasons of one side. */
export const neutralityDisclaimer = defineRule(
  {
    id: 'neutrality-disclaimer',
    title: 'Neutral by its own account',
    about:
      'A choice of words that the text calls neutral, factual, unpolitical or merely clearer, where the same or the next paragraph of the section then argues for it with the reasons of one side. A text that names who sees it otherwise is left alone, and so is one that gives no such reasons. Well-known wordings have entries of their own in the packs, under `neutrality-disclaimer/…`.',
    severity: 'warning',
    contexts: { mention: 'flag' },
    examples: {
      flag: [
        {
          text: 'We write “chairwoman”. This is a neutral term. It respects the people in the chair.',
          found: ['is a neutral'],
        },
        {
          text: 'For consistency, this report uses the word “customer”. It carries no stigma.',
          found: ['For consistency'],
        },
        {
          text: 'The choice of words should not be taken as a political statement.\n\nOlder words are insulting.',
          found: ['should not be taken as a political statement'],
        },
      ],
      pass: [
        {
          text: 'We write “chairwoman”. This is a neutral term. It respects the people in the chair. Others prefer “chair”.',
        },
        { text: 'For consistency, this report uses the word “customer” for both groups.' },
        {
          text: 'They write “customer” “for consistency”. We call the words ugly: they hide stigma.',
        },
        { text: 'Switzerland took a neutral position. It respects treaties.' },
      ],
    },
  },
  {
    in: () => [claims().matcher],
    inBlock(document, block, tell) {
      const found = claims()(document, block)
      if (found.length === 0 || !isAboutWords(document, block)) return
      const told = new Set<number>()
      for (const claim of found) {
        const sentence = document.sentenceAt(block, claim.start).start
        if (told.has(sentence) || isQuoted(block.text, claim)) continue
        if (!givesReasons(document, block, claim)) continue
        if (isAnswered('neutrality-disclaimer', document, block, claim)) continue
        told.add(sentence)
        const words = block.text.slice(claim.start, claim.end).replace(/\s+/g, ' ')
        tell({
          block,
          ...claim,
          reason: `“${words}” calls a choice of words neutral, and the reasons given for it are those of one side. Say who sees it otherwise and why, or say plainly that you have chosen.`,
        })
      }
    },
  },
)

/** “for clarity”: somebody else’s claim, which the text repeats. */
function isQuoted(text: string, { start, end }: Range): boolean {
  return /[“"‘']/.test(text.charAt(start - 1)) && /^[”"’']/.test(text.slice(end))
}

function claims() {
  frames ??= createFrameFinder('disclaimer-claims', data.lists.disclaimers.claims)
  return frames
}

function cuesIn(document: Document, block: Block) {
  const { about, reasons } = data.lists.disclaimers
  finder ??= createFinder<List>('disclaimers', ['about', about], ['reasons', reasons])
  return finder(document, block)
}

function isAboutWords(document: Document, block: Block): boolean {
  return cuesIn(document, block).some(({ value }) => value === 'about')
}

/** Whether the text argues for the choice: outside the claim, in its paragraph or the next of the section. */
function givesReasons(document: Document, block: Block, claim: Range): boolean {
  const next = document.after(block)
  const isNear = next !== undefined && next.headings.at(-1) === block.headings.at(-1)
  return (
    cuesIn(document, block).some(
      ({ value, start, end }) => value === 'reasons' && (end <= claim.start || start >= claim.end),
    ) ||
    (isNear && cuesIn(document, next).some(({ value }) => value === 'reasons'))
  )
}
