/** What `fairdraft new` writes: files that are right as they stand, to be changed line by line. */

/** The line that gives an editor completion and errors: the schema’s path as seen from the file. */
export function modeline(schema: string): string {
  return `# yaml-language-server: $schema=${schema}`
}

/** Who asks for a wording to be avoided, and where; a position without a source is our inference. */
interface Ground {
  /** The version of Fairdraft. */
  readonly since: string
  readonly viewpoint: string
  readonly source?: string
}

/** A pack with a viewpoint and a source of its own. */
export function packSkeleton(id: string, term: string, schema: string, since: string): string {
  const ground = { viewpoint: `${id}-editors`, source: `${id}-guide`, since }
  return `${modeline(schema)}
pack: ${id}
title: ${titleOf(id)}
about: What this pack covers and what it does not, in a sentence or two.

# Who asks. Leave this out where a viewpoint that Fairdraft knows says the same.
viewpoints:
  ${ground.viewpoint}:
    name: Our editors
    short: our editors # in a message: "our editors avoid it"
    about: Who they are and what they ask of writers.

# Where they ask for it.
sources:
  ${ground.source}:
    title: Our organisation, style guide
    url: https://www.example.org/style-guide

terms:
${termSkeleton(term, ground, '  ')}`
}

/** A term, as an item of a list that stands so far to the right. */
export function termSkeleton(
  id: string,
  { viewpoint, source, since }: Ground,
  indent: string,
): string {
  const words = wordsOf(id)
  const cited = source
    ? `source: ${source} # an id of the sources
        read: seen # secondary: somebody reports it; unopened: you only know the address
        basis: direct # inferred: you draw it from what they say in general`
    : `basis: inferred # direct, as soon as you add: source, and read: seen`
  return `- id: ${id} # for ever: never changed, never used again
  title: ${words}
  kind: other # why it is here; the kinds are listed in the schema
  since: ${since} # the version in which it comes
  summary: What the wording does or why it is disputed, in one calm sentence.
  forms: # a word with several forms: { one: report, many: reports }
    - ${words}
  positions:
    - viewpoint: ${viewpoint}
      stance: avoid # or prefer, accept
      why: Their reason, in one sentence of your own.
      ${cited.replaceAll('\n        ', '\n      ')}
  # neutral: wording that fits the sentence and that nobody named here avoids
  examples:
    flag:
      - The office wrote ${words} on every page of the plan.
    pass:
      - The paper had "${words}" in its headline.
`
    .replace(/^(?=.)/gm, indent)
    .replace(/ +$/gm, '')
}

/** A rule that finds the words of its id. */
export function ruleSkeleton(id: string): string {
  const words = wordsOf(id)
  return `import { defineRule } from '../rule.ts'

const WORDS = /\\b${words}\\b/gi

/** Finds what this rule finds, and why that matters, in one sentence. */
export const ${nameOf(id)} = defineRule(
  {
    id: '${id}',
    title: '${titleOf(id)}',
    about: 'What it finds and why that matters, in a few sentences.',
    severity: 'suggestion',
    examples: {
      flag: [
        {
          text: 'The office wrote ${words} on every page.',
          found: ['${words}'],
        },
      ],
      pass: [{ text: 'The office wrote something else on every page.' }],
    },
  },
  (document, tell) => {
    for (const block of document.blocks) {
      for (const { index, 0: found } of block.text.matchAll(WORDS)) {
        tell({
          block,
          start: index,
          end: index + found.length,
          reason: \`Avoid “\${found}”: say why, and what to write instead.\`,
        })
      }
    }
  },
)
`
}

/** The list of rules, as code, with one more: its import in order, its name at the end. */
export function withRule(index: string, id: string): string {
  const name = nameOf(id)
  const line = `import { ${name} } from './${id}.ts'`
  const lines = index.split('\n')
  const before = lines.findIndex(
    (known) => /^import \{ \w+ \} from '\.\//.test(known) && pathIn(known) > `./${id}.ts`,
  )
  const last = lines.findLastIndex((known) => known.startsWith('import '))
  lines.splice(before < 0 ? last + 1 : before, 0, line)
  return lines.join('\n').replace(/,\n\]\n/, `,\n  ${name},\n]\n`)
}

function pathIn(line: string): string {
  return line.split("'")[1] ?? ''
}

/** camelCase: the name of a rule in code. */
function nameOf(id: string): string {
  return id.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
}

function wordsOf(id: string): string {
  return id.replaceAll('-', ' ')
}

function titleOf(id: string): string {
  const words = wordsOf(id)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
