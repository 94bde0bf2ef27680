import { ASKS_FOR_ALL, COMMANDS } from '../commands.ts'
import { STDIN } from '../files.ts'
import { CHECK_OPTIONS, type CheckArguments, FAIL_ON, REPORTERS } from './options.ts'

type Options = typeof CHECK_OPTIONS
type Of<Kind> = {
  [Name in keyof Options]: Options[Name] extends Kind ? Name : never
}[keyof Options]
type Flag = Of<{ readonly type: 'boolean' }>
/** Options that take any text, once. */
type Text = Exclude<Of<{ readonly type: 'string' }>, Of<{ readonly array: true }>>

const FLAGS = namesOf((option) => 'type' in option && option.type === 'boolean')
const TEXTS = namesOf(
  (option) => 'type' in option && option.type === 'string' && !('array' in option),
)

const DEFAULTS = {
  'stdin-filename': CHECK_OPTIONS['stdin-filename'].default,
  'stdin-ndjson': false,
  reporter: CHECK_OPTIONS.reporter.default,
  'fail-on': CHECK_OPTIONS['fail-on'].default,
  quiet: false,
  verbose: false,
  'explain-quiet': false,
  fix: false,
  'fix-dry-run': false,
  'update-baseline': false,
  cache: false,
  watch: false,
} as const satisfies CheckArguments

/** A word that yargs would take as it stands. */
const PLAIN = /^(?!(?:true|false)$)[^'"]+$/

/**
 * What the words of a command line ask of `check`, if they are plain: names of files, and options written `--name`
 * or `--name value`. All else is for yargs, which takes as long to load as a page takes to check.
 */
export function plainArguments(words: readonly string[]): CheckArguments | undefined {
  const isNamed = words[0] === 'check'
  const isForOthers = (word: string) =>
    ASKS_FOR_ALL.test(word) || (!isNamed && Object.hasOwn(COMMANDS, word))
  if (words.some((word) => !PLAIN.test(word) || isForOthers(word))) return undefined
  const files: string[] = []
  const preset: string[] = []
  const flags: { [Name in Flag]?: true } = {}
  const texts: { [Name in Text]?: string } = {}
  let reporter: CheckArguments['reporter'] | undefined = DEFAULTS.reporter
  let failOn: CheckArguments['fail-on'] | undefined = DEFAULTS['fail-on']
  const given = new Set<string>()
  const left = words.slice(isNamed ? 1 : 0).values()
  for (const word of left) {
    if (word === '-' || !word.startsWith('-')) {
      files.push(word === '-' ? STDIN : word)
      continue
    }
    const name = word.replace(/^--/, '')
    if (given.has(name) && name !== 'preset') return undefined
    given.add(name)
    if (isFlag(name)) flags[name] = true
    else {
      const { value = '-' } = left.next()
      if (value.startsWith('-')) return undefined
      if (name === 'preset') preset.push(value)
      else if (name === 'reporter') reporter = REPORTERS.find((known) => known === value)
      else if (name === 'fail-on') failOn = FAIL_ON.find((known) => known === value)
      else if (isText(name)) texts[name] = value
      else return undefined
    }
  }
  if (reporter === undefined || failOn === undefined) return undefined
  const presets = preset.length > 0 ? { preset } : {}
  return { ...DEFAULTS, ...flags, ...texts, ...presets, reporter, 'fail-on': failOn, files }
}

function namesOf(is: (option: Options[keyof Options]) => boolean): ReadonlySet<string> {
  return new Set(
    Object.entries(CHECK_OPTIONS).flatMap(([name, option]) => (is(option) ? [name] : [])),
  )
}

function isFlag(name: string): name is Flag {
  return FLAGS.has(name)
}

function isText(name: string): name is Text {
  return TEXTS.has(name)
}
