import { resolve } from 'node:path'
import process from 'node:process'
import type { CommandModule } from 'yargs'
import { nearestConfig } from '../config/load.ts'
import { readOwn } from '../config/own-files.ts'
import { explainPreset, explainRule, explainTerm } from '../explain.ts'
import { wordsOf } from '../match/words.ts'
import { createMatcher } from '../match.ts'
import { formsOf } from '../replace.ts'
import { type Catalogue, didYouMean } from '../settings.ts'
import { termId } from '../terms.ts'
import type { Term } from '../types/terms.ts'
import { complain } from './complain.ts'
import { say } from './say.ts'
import { WRONG_USE } from './status.ts'

/** `fairdraft explain <rule | term | words>` */
export const explainCommand: CommandModule<object, { what: string[] }> = {
  command: 'explain <what..>',
  describe: 'Why a rule, a term or some words are flagged, who disputes them, sources, examples',
  builder: (yargs) =>
    yargs.positional('what', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'A rule, a term, a preset, or words',
    }),
  handler: async ({ what }) => {
    const words = what.join(' ')
    const { catalogue } = await readOwn({ config: await nearestConfig(resolve('.')) })
    const pages = pagesFor(words, catalogue)
    if (pages.length > 0) {
      say(`${pages.join('\n\n---\n\n')}\n`)
      return
    }
    const near = didYouMean(words, everyName(catalogue))
    complain({ reason: `nothing is known of "${words}"${near}` })
    process.exitCode = WRONG_USE
  },
}

/** The pages for an id; failing that, for every term that some words are, or hold. */
function pagesFor(words: string, catalogue: Catalogue): string[] {
  const { knowledge } = catalogue
  const rule = catalogue.rules.find(({ meta }) => meta.id === words)
  if (rule) return [explainRule(rule.meta)]
  const preset = catalogue.presets.find(({ name }) => name === words)
  const terms = catalogue.packs.flatMap(({ pack }) => pack.terms.map((term) => ({ pack, term })))
  const byId = terms.filter(({ pack, term }) =>
    [term.id, termId(pack, term), ...(term.formerly ?? [])].includes(words),
  )
  const found =
    byId.length > 0
      ? byId
      : terms
          .map((entry) => ({ ...entry, length: longestIn(entry.term, words) }))
          .filter(({ length }) => length > 0)
          .sort((a, b) => b.length - a.length)
  const pages = found.map(({ pack, term }) => explainTerm(pack, term, knowledge))
  return preset ? [explainPreset(preset, knowledge), ...pages] : pages
}

/** How much of some words the longest form of a term takes in: the term that fits best comes first. */
function longestIn({ forms = [], always = [] }: Term, words: string): number {
  const phrases = [...forms, ...always].flatMap(formsOf).map(([, text]) => ({ text, value: text }))
  const lengths = createMatcher(phrases)(wordsOf(words)).map(({ start, end }) => end - start)
  return Math.max(0, ...lengths)
}

function everyName(catalogue: Catalogue): string[] {
  return [
    ...catalogue.rules.map(({ meta }) => meta.id),
    ...catalogue.presets.flatMap(({ name }) => name ?? []),
    ...catalogue.packs.flatMap(({ pack }) => pack.terms.flatMap(({ id, title }) => [id, title])),
  ]
}
