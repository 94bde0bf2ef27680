import fc from 'fast-check'
import { expect, test } from 'vitest'
import yargs from 'yargs'
import { CHECK_OPTIONS, type CheckArguments } from '../src/cli/check/options.ts'
import { plainArguments } from '../src/cli/check/plain.ts'
import { checkCommand } from '../src/cli/check.ts'
import { COMMANDS } from '../src/cli/commands.ts'
import { STDIN } from '../src/cli/files.ts'

/** What yargs makes of the words, as far as a check looks at it; throws if it refuses them. */
async function toldByYargs(words: readonly string[]): Promise<object> {
  const told: CheckArguments[] = []
  await yargs(words.map((word) => (word === '-' ? STDIN : word)))
    .command({ ...checkCommand, handler: (args) => void told.push(args) })
    .parserConfiguration({ 'populate--': true, 'parse-positional-numbers': false })
    .strictOptions()
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(message)
    })
    .parseAsync()
  return known(told[0] ?? {})
}

function known(args: object): object {
  const names = ['files', ...Object.keys(CHECK_OPTIONS)]
  const entries = Object.entries(args).filter(([name]) => names.includes(name))
  return { files: [], ...Object.fromEntries(entries) }
}

test.each([
  '',
  'draft.md',
  'check',
  'check draft.md',
  'check check',
  'check law',
  'check --quiet check draft.md law',
  'drafts 007 a/*.md -',
  'check draft.md --reporter json --quiet',
  '--preset nordic-model draft.md --preset statutory --fail-on warning',
  'check --config x/fairdraft.yml --verbose --explain-quiet draft.md',
  'draft.md --baseline base.json --update-baseline --output report.txt',
  'draft.md --fix --cache --watch --fix-dry-run --changed-since main --stdin-filename a.txt',
  '--stdin-ndjson --questions questions.md',
  '--plugin ./rule.mjs draft.md',
])('a plain command line means what it means to yargs: %s', async (line) => {
  const words = line.split(' ').filter(Boolean)
  const plain = plainArguments(words)
  expect(plain).toBeDefined()
  expect(known(plain ?? {})).toEqual(await toldByYargs(words))
})

test.each([
  'explain sex-work',
  'draft.md law',
  'check --help',
  'help',
  '-h',
  '--version',
  '--reporter=json draft.md',
  '--reporter plain draft.md',
  '--fail-on nothing draft.md',
  '--max-warnings 3 draft.md',
  '--quiet false draft.md',
  '--config a.yml --config b.yml draft.md',
  '--reporter json --reporter csv draft.md',
  '--quiet --quiet draft.md',
  '--no-quiet draft.md',
  '--config',
  '--config --quiet',
  '-q draft.md',
  '--unknown draft.md',
  '--config a.yml check draft.md',
  '--quiet check draft.md',
  'draft.md check',
  '-- draft.md',
  "Minister's.md",
])('what is not plain is left to yargs: %s', (line) => {
  expect(plainArguments(line.split(' '))).toBeUndefined()
})

/** Any word, and often one that a command line has. */
const anyWord = fc.oneof(
  fc.constantFrom(
    '-',
    '--',
    '-q',
    '--quiet=no',
    '--no-quiet',
    '--config=a.yml',
    'true',
    '7',
    '1e3',
  ),
  fc.constantFrom('check', ...Object.keys(CHECK_OPTIONS).map((name) => `--${name}`)),
  fc.constantFrom('json', 'error', 'draft.md', "Minister's.md", '"a b"', 'a=b', '', ' '),
  fc.string({ maxLength: 5 }),
)

/** What an option or a file may be called, if it is to be plain. */
const value = fc
  .string({ minLength: 1, maxLength: 5, unit: 'grapheme' })
  .filter((word) => /^[^-'"][^'"]*$/.test(word) && !/^help|^true$|^false$/.test(word))

/** The words of an option, given as it should be. */
const wellGiven = Object.entries(CHECK_OPTIONS).flatMap(
  ([name, option]): fc.Arbitrary<string[]>[] => {
    const word = `--${name}`
    if ('choices' in option) return [fc.constantFrom(...option.choices).map((one) => [word, one])]
    if (option.type === 'boolean') return [fc.constant([word])]
    // Numbers are left to yargs.
    return option.type === 'string' ? [value.map((one) => [word, one])] : []
  },
)

const file = fc.oneof(fc.constant('-'), value).map((word) => [word])

const isCommand = (word: string) => word === 'check' || Object.hasOwn(COMMANDS, word)

/** Options and files in any order, behind the name of the command where one of them may be taken for it. */
const plainLine = fc
  .shuffledSubarray([...wellGiven, file, file, file])
  .chain((pieces) => fc.tuple(fc.boolean(), ...pieces))
  .map(([isNamed, ...pieces]) => {
    const words = pieces.flat()
    return isNamed || words.some(isCommand) ? ['check', ...words] : words
  })

test('options that are given as they should be are plain', async () => {
  await fc.assert(
    fc.asyncProperty(plainLine, async (words) => {
      const plain = plainArguments(words)
      expect(plain && known(plain)).toEqual(await toldByYargs(words))
    }),
  )
})

test('whatever is plain means what it means to yargs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWord, { maxLength: 6 }), async (words) => {
      const plain = plainArguments(words)
      if (plain) expect(known(plain)).toEqual(await toldByYargs(words))
    }),
    { numRuns: 500 },
  )
})
